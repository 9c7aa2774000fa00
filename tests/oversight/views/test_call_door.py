import pytest
from django.test import Client

from taoli.oversight.queries.calls import counts_of
from tests.oversight.drawing import SAID, call_of, calling, on, slips
from tests.world import World


def test_three_taps_without_account_or_name_and_once(world: World) -> None:
    row, client = calling(world), Client()
    url = f"/oversight/q/{slips(world, row)[0].code}/"
    with on(11, 27):
        page = client.get(url)
        assert not any(name in page.content.decode() for name in (*world.students, "桃李中学"))
        assert "no-store" in page["Cache-Control"]
        english = client.get(url, headers={"Accept-Language": "en"}).content.decode()
        assert "Do you know who your child" in english
        assert client.post(url, {"knows": "yes"}).status_code == 200
        answer = client.post(url, SAID)
        assert "已经计入" in client.get(answer["Location"]).content.decode()
        assert "已经答过" in client.get(url).content.decode()
        client.post(url, SAID)
    assert counts_of(call_of(world, row))["helps"] == (0, 0, 1)


def test_a_wrong_code_and_one_too_late(world: World) -> None:
    row = calling(world)
    url = f"/oversight/q/{slips(world, row)[0].code}/"
    assert "这个码不对" in Client().get("/oversight/q/ABCDE/").content.decode()
    with on(12, 5):
        assert "回访已经结束" in Client().get(url).content.decode()


def test_an_answer_that_meets_the_end_is_told_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    row = calling(world)
    url = f"/oversight/q/{slips(world, row)[0].code}/"
    monkeypatch.setattr("taoli.oversight.views.call_door.open_to_answer", lambda _place: True)
    with on(12, 5):
        assert "不再接收回答" in Client().post(url, SAID).content.decode()
