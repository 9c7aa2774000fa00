import uuid

import pytest
import time_machine
from django.test import Client

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish, WishSheet
from taoli.matching.services import Introduction
from tests.matching.conftest import offer_of
from tests.world import World


@pytest.fixture
def link(world: World, choice_round: ChoiceRound) -> str:
    room = world.classes["高一(1)班"].pk
    slips = services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=room, kind="family")
    return f"/matching/home/{next(slip.code for slip in slips if slip.student.name == '林子涵')}/"


def test_link_opens_the_one_child_without_an_account_and_saves(world: World, link: str) -> None:
    client = Client()
    answer = client.get(link)
    page = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert ("林子涵" in page, "周一诺" in page, "王敏" in page) == (True, False, True)
    form = {"w": [world.staff["王敏"].pk], "edit": "0", "op": str(uuid.uuid4())}
    assert client.post(link, form)["Location"] == link
    assert client.post(link, form)["Location"] == link
    assert "志愿已保存，截止前都可以再改。" in client.get(link).content.decode()
    sheet = WishSheet.objects.of(world.school).get()
    assert (sheet.source, sheet.edit, sheet.entered_by) == ("family", 1, None)


def test_child_and_family_do_not_overwrite_each_other(world: World, link: str) -> None:
    choice = str(ChoiceRound.objects.of(world.school).get().pk)
    world.client("林子涵").post("/matching/wishes/", {"round": choice, "w": [world.staff["李慧"].pk], "edit": "0"})
    page = Client().post(link, {"w": [world.staff["王敏"].pk], "edit": "0"}).content.decode()
    assert "1 李慧" in page
    assert Wish.objects.of(world.school).get().mentor.name == "李慧"


def test_wrong_and_replaced_links_say_so(world: World, choice_round: ChoiceRound, link: str) -> None:
    for wrong in ("/matching/home/ABCDE-23456-FGHJK/", "/matching/home/x/", link[:-3] + "/"):
        page = Client().get(wrong).content.decode()
        assert ("选择码不对" in page, "林子涵" in page, "王敏" in page) == (True, False, False)
    assert "选择码不对" in Client().post("/matching/home/ABCDE-23456-FGHJK/", {}).content.decode()
    room = world.classes["高一(1)班"].pk
    services.issue_codes(by=world.office, round_id=choice_round.pk, class_id=room, kind="family")
    assert "选择码不对" in Client().get(link).content.decode()


def test_link_ends_at_closing_but_an_open_form_is_taken_as_late(
    world: World, choice_round: ChoiceRound, link: str
) -> None:
    client = Client()
    with time_machine.travel("2026-12-01T00:01+08:00", tick=False):
        assert "选择已经结束" in client.get(link).content.decode()
        client.post(link, {"w": [world.staff["王敏"].pk], "edit": "0"})
    assert WishSheet.objects.of(world.school).get().late
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    assert "选择已经结束" in client.post(link, {"w": [], "edit": "1"}).content.decode()
    assert Wish.objects.of(world.school).count() == 1


def test_introductions_of_the_round_are_read_at_home(world: World, choice_round: ChoiceRound, link: str) -> None:
    told = Introduction("这一轮的介绍。", "阅读", "午休在图书馆")
    services.set_introduction(by=world.office, offer_id=offer_of(world, choice_round, "王敏").pk, given=told)
    page = Client().get(link).content.decode()
    assert all(words in page for words in ("这一轮的介绍。", "阅读", "午休在图书馆"))
