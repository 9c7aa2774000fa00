import uuid

import pytest

from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.matching.services import Introduction
from tests.matching.conftest import offer_of
from tests.world import World


def test_every_student_of_the_class_has_a_sheet_with_number_mentors_and_lines(
    world: World, choice_round: ChoiceRound
) -> None:
    room = world.classes["高一(1)班"].pk
    page = world.client("孙悦").get(f"/matching/rounds/{choice_round.pk}/wishes/paper/{room}/").content.decode()
    assert page.count("half-sheet") == 3
    assert all(number in page for number in ("S001", "S002", "S003"))
    assert page.count("T001 王敏 语文") == 3
    assert page.count("第3志愿") == 3
    assert "钱多多" not in page


def test_many_mentors_stand_on_one_list_for_the_classroom(
    world: World, choice_round: ChoiceRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = world.classes["高一(1)班"].pk
    monkeypatch.setattr("taoli.matching.views.wishes_paper.ON_THE_SHEET", 1)
    page = world.client("孙悦").get(f"/matching/rounds/{choice_round.pk}/wishes/paper/{room}/").content.decode()
    assert page.count("T001 王敏 语文") == 1
    assert "导师编号见教室里的名单。" in page


def test_other_schools_and_unknown_classes_are_not_found(world: World, choice_round: ChoiceRound) -> None:
    assert world.stranger is not None
    client = world.client("孙悦")
    for room in (uuid.uuid4(), world.stranger.school_class_id):
        assert client.get(f"/matching/rounds/{choice_round.pk}/wishes/paper/{room}/").status_code == 404


def test_what_mentors_tell_is_one_list_for_the_classroom(world: World, choice_round: ChoiceRound) -> None:
    told = Introduction("这一轮的介绍。", "阅读", "午休在图书馆")
    services.set_introduction(by=world.office, offer_id=offer_of(world, choice_round, "王敏").pk, given=told)
    room = world.classes["高一(1)班"].pk
    page = world.client("孙悦").get(f"/matching/rounds/{choice_round.pk}/wishes/paper/{room}/").content.decode()
    assert page.count("这一轮的介绍。 · 阅读 · 午休在图书馆") == 1
    assert page.count("T001 王敏 语文") == 4
