from taoli.care.models import Signal
from tests.care.caring import sent
from tests.care.signalling import LIST
from tests.world import World


def test_the_office_lets_the_rules_look_at_once(world: World) -> None:
    page = world.client("孙悦").post(f"{LIST}refresh/", sent(), follow=True).content.decode()
    assert "新提示 6 条" in page
    assert Signal.objects.of(world.school).count() == 6


def test_others_do_not(world: World) -> None:
    for name in ("王敏", "钱程", "林子涵"):
        assert world.client(name).post(f"{LIST}refresh/").status_code == 403
