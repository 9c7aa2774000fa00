import time_machine
from django.test import Client

from taoli.common import guessing
from tests.oversight.starring import AFTER, decided, url
from tests.world import World

URL = url("star_verify")


def test_a_code_says_whom_what_and_until_when(world: World) -> None:
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        page = Client().get(URL, {"code": award.code}).content.decode()
    for said in ("有效", "王敏", "三星导师", "春和区教育局"):
        assert said in page
    assert "T001" not in page
    assert "证书编号" in Client().get(URL).content.decode()


def test_wrong_codes_are_counted_by_address(world: World) -> None:
    guessing.forget()
    client = Client(REMOTE_ADDR="203.0.113.9")
    for _each in range(guessing.MOST):
        client.get(URL, {"code": "1-AAAA-BBBB-CCCC"})
    assert "五分钟" in client.get(URL, {"code": "1-AAAA-BBBB-CCCC"}).content.decode()
    guessing.forget()
