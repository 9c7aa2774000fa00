import pytest
from django.test import Client

from taoli.matching import services
from taoli.matching.models import ChoiceRound
from tests.world import World

URL = "/matching/room/"


@pytest.fixture
def codes(world: World, choice_round: ChoiceRound) -> dict[str, str]:
    room = world.classes["高一(1)班"].pk
    slips = services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=room, kind="room")
    return {slip.student.name: slip.code for slip in slips}


def test_right_code_leads_on_and_the_browser_keeps_a_signed_ticket_for_a_while(codes: dict[str, str]) -> None:
    client = Client()
    answer = client.post(URL, {"code": codes["林子涵"]})
    assert answer["Location"] == "/matching/room/choose/"
    cookie = answer.cookies["choice"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 1200)
    assert codes["林子涵"] not in cookie.value


def test_wrong_code_is_a_sentence_and_names_nobody(codes: dict[str, str]) -> None:
    page = Client().post(URL, {"code": "ABCDE-23456"}).content.decode()
    assert "选择码不对，或者已经换成新的了。请再看一看纸条。" in page
    assert Client().post(URL, {}).status_code == 200
    for name in codes:
        assert name not in page


def test_page_is_open_to_all_is_never_kept_and_forgets_the_one_before(codes: dict[str, str]) -> None:
    client = Client()
    client.post(URL, {"code": codes["林子涵"]})
    answer = client.get(URL)
    assert "no-store" in answer["Cache-Control"]
    assert "不要在教室的班级大屏上填" in answer.content.decode()
    assert client.get("/matching/room/choose/")["Location"] == URL


def test_it_says_that_the_last_one_is_saved_without_saying_who() -> None:
    assert "请下一位同学来填。" in Client().get(f"{URL}?done=saved").content.decode()
    assert "截止时间已过，已按迟交保存。" in Client().get(f"{URL}?done=late").content.decode()
