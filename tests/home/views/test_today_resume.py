from taoli.home.models import SetAside
from taoli.home.services.setting_aside import set_aside
from tests.world import World


def put(world: World, by: str = "王敏") -> SetAside:
    set_aside(by=world.actor(by), way="talk", student_ids=[world.students["林子涵"].pk], reason="ill")
    return SetAside.objects.of(world.school).get()


def test_what_was_set_aside_comes_back_at_once(settled: World) -> None:
    row, client = put(settled), settled.client("王敏")
    assert "请 周一诺 来谈一谈" in client.get("/today/").content.decode()
    assert client.post(f"/today/again/{row.pk}/").status_code == 302
    assert "请 周一诺、林子涵 来谈一谈" in client.get("/today/").content.decode()
    assert client.post(f"/today/again/{row.pk}/").status_code == 302


def test_nobody_else_takes_it_up_again(settled: World) -> None:
    row = put(settled, "李慧")
    assert settled.client("王敏").post(f"/today/again/{row.pk}/").status_code == 404
    assert SetAside.objects.of(settled.school).get().withdrawn_at is None


def test_it_answers_post_only(settled: World) -> None:
    assert settled.client("王敏").get(f"/today/again/{put(settled).pk}/").status_code == 405
