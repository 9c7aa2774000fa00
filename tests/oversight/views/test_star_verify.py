import time_machine
from django.test import Client

from taoli.common import guessing
from taoli.oversight.services.star_awards import withdraw_award
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


def test_a_withdrawn_or_ended_one_says_so_and_no_more_than_the_certificate_itself(world: World) -> None:
    award = decided(world)
    with time_machine.travel("2029-12-08T04:00:00Z", tick=False):
        assert "已到期" in Client().get(URL, {"code": award.code}).content.decode()
    with time_machine.travel(AFTER, tick=False):
        withdraw_award(by=world.actor("郑岚"), pk=award.pk, reason="材料不实")
        page = Client().get(URL, {"code": award.code}).content.decode()
    assert "已撤销" in page
    assert "王敏" in page
    for kept_back in ("材料不实", "2029", "T001", "桃李中学", "有效期"):
        assert kept_back not in page


def test_an_unknown_code_says_that_there_is_none_whatever_is_wrong_with_it(world: World) -> None:
    award = decided(world)
    for typed in ("1", "no code", f"{award.code[:-1]}?", f"99{award.code}"):
        page = Client().get(URL, {"code": typed}).content.decode()
        assert "没有编号与此相符的证书" in page
        assert "王敏" not in page
        assert "三星导师" not in page


def test_wrong_codes_are_counted_by_address(world: World) -> None:
    guessing.forget()
    client = Client(REMOTE_ADDR="203.0.113.9")
    for _each in range(guessing.MOST):
        client.get(URL, {"code": "1-AAAA-BBBB-CCCC"})
    assert "五分钟" in client.get(URL, {"code": "1-AAAA-BBBB-CCCC"}).content.decode()
    guessing.forget()
