import uuid

import pytest
import time_machine
from django.core.signing import get_cookie_signer
from django.test import Client

from taoli.common.models import AuditEntry
from taoli.matching import services
from taoli.matching.models import ChoiceCode, ChoiceRound, Wish, WishSheet
from taoli.matching.services import Introduction
from tests.matching.conftest import offer_of
from tests.world import World

ENTER, URL = "/matching/room/", "/matching/room/choose/"


@pytest.fixture
def codes(world: World, choice_round: ChoiceRound) -> dict[str, str]:
    room = world.classes["高一(1)班"].pk
    slips = services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=room, kind="room")
    return {slip.student.name: slip.code for slip in slips}


def seated(code: str) -> Client:
    """A screen of the computer room after the code was typed."""
    client = Client()
    client.post(ENTER, {"code": code})
    return client


def who(world: World, name: str) -> str:
    return str(ChoiceCode.objects.of(world.school).get(student=world.students[name]).pk)


def test_name_is_confirmed_before_anything_is_shown(world: World, codes: dict[str, str]) -> None:
    client = seated(codes["林子涵"])
    answer = client.get(URL)
    page = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert ("林子涵" in page, "这是你吗？" in page, "王敏" in page) == (True, True, False)
    assert "王敏" in client.get(f"{URL}?me=1").content.decode()
    assert client.post(URL, {"leave": "1"})["Location"] == ENTER
    assert client.get(URL)["Location"] == ENTER


def test_wishes_are_saved_and_the_screen_is_cleared_for_the_next(world: World, codes: dict[str, str]) -> None:
    client, wang = seated(codes["林子涵"]), world.staff["王敏"].pk
    form = {"w": [wang], "edit": "0", "who": who(world, "林子涵"), "op": str(uuid.uuid4())}
    answer = client.post(f"{URL}?me=1", form)
    assert answer["Location"] == f"{ENTER}?done=saved"
    assert answer.cookies["choice"].value == ""
    assert client.get(f"{URL}?me=1")["Location"] == ENTER
    sheet = WishSheet.objects.of(world.school).get()
    assert (sheet.source, sheet.entered_by, sheet.student.name) == ("room", None, "林子涵")
    entry = AuditEntry.objects.of(world.school).get(action="wish.set")
    assert (entry.account_id, entry.person_id) == (None, world.students["林子涵"].pk)
    client.post(ENTER, {"code": codes["周一诺"]})
    page = client.get(f"{URL}?me=1").content.decode()
    assert ("周一诺" in page, "林子涵" in page, 'name="w" value="0' in page) == (True, False, False)


def test_a_form_left_open_by_another_student_is_not_taken_as_mine(world: World, codes: dict[str, str]) -> None:
    client = seated(codes["周一诺"])
    answer = client.post(URL, {"w": [world.staff["王敏"].pk], "edit": "0", "who": who(world, "林子涵")})
    assert answer["Location"] == ENTER
    assert not Wish.objects.of(world.school).exists()


def test_forged_old_and_reprinted_tickets_open_nothing(
    world: World, choice_round: ChoiceRound, codes: dict[str, str]
) -> None:
    client = Client()
    client.cookies["choice"] = f"{world.school.pk}.{who(world, '林子涵')}.0000:forged"
    assert client.get(URL)["Location"] == ENTER
    signer = get_cookie_signer(salt="choice")
    client.cookies["choice"] = signer.sign(f"{world.school.pk}.{who(world, '林子涵')}.{'0' * 16}")
    assert client.get(URL)["Location"] == ENTER
    client = seated(codes["林子涵"])
    with time_machine.travel("2026-11-23T10:26+08:00", tick=False):
        assert client.get(URL)["Location"] == ENTER
    room = world.classes["高一(1)班"].pk
    services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=room, kind="room")
    assert client.get(URL)["Location"] == ENTER


def test_two_screens_with_one_code_do_not_overwrite_each_other(world: World, codes: dict[str, str]) -> None:
    one, two = seated(codes["林子涵"]), seated(codes["林子涵"])
    wang, li = world.staff["王敏"].pk, world.staff["李慧"].pk
    form = {"edit": "0", "who": who(world, "林子涵")}
    one.post(URL, {**form, "w": [wang]})
    page = two.post(URL, {**form, "w": [li]}).content.decode()
    assert "这份志愿刚才在别处改过" in page
    assert "1 王敏" in page
    assert Wish.objects.of(world.school).get().mentor.name == "王敏"


def test_sent_twice_counts_once(world: World, codes: dict[str, str]) -> None:
    client, code = seated(codes["林子涵"]), codes["林子涵"]
    form = {"w": [world.staff["王敏"].pk], "edit": "0", "who": who(world, "林子涵"), "op": str(uuid.uuid4())}
    client.post(URL, form)
    client.post(ENTER, {"code": code})
    assert client.post(URL, form)["Location"] == f"{ENTER}?done=saved"
    assert WishSheet.objects.of(world.school).get().edit == 1


def test_a_tap_without_script_saves_nothing(world: World, codes: dict[str, str]) -> None:
    client, wang = seated(codes["林子涵"]), world.staff["王敏"].pk
    page = client.post(f"{URL}?me=1", {"tap": f"add:{wang}", "edit": "0"}).content.decode()
    assert f'name="w" value="{wang}"' in page
    assert not Wish.objects.of(world.school).exists()


def test_what_was_open_when_the_time_passed_is_saved_as_late(world: World, codes: dict[str, str]) -> None:
    with time_machine.travel("2026-11-30T23:58+08:00", tick=False):
        client = seated(codes["林子涵"])
    with time_machine.travel("2026-12-01T00:01+08:00", tick=False):
        answer = client.post(URL, {"w": [world.staff["王敏"].pk], "edit": "0"})
    assert answer["Location"] == f"{ENTER}?done=late"
    assert WishSheet.objects.of(world.school).get().late


def test_introductions_of_the_round_are_read_at_the_screen(
    world: World, choice_round: ChoiceRound, codes: dict[str, str]
) -> None:
    told = Introduction("这一轮的介绍。", "阅读", "午休在图书馆")
    services.set_introduction(by=world.office, offer_id=offer_of(world, choice_round, "王敏").pk, given=told)
    page = seated(codes["林子涵"]).get(f"{URL}?me=1").content.decode()
    assert all(words in page for words in ("这一轮的介绍。", "阅读", "午休在图书馆"))
