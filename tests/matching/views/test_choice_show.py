import uuid
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.matching import services
from taoli.matching.models import ChoiceRound
from tests.matching.conftest import wish_for
from tests.world import World


def show(world: World, who: str, choice: ChoiceRound, query: str = "") -> str:
    return world.client(who).get(f"/matching/rounds/{choice.pk}/choice/{query}").content.decode()


def test_office_sees_every_class_with_states_and_no_wish(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ("王敏",), "吴桐": ("周宁",)})
    page = show(world, "孙悦", choice_round)
    assert all(room in page for room in ("高一(1)班", "高一(2)班", "高二(1)班"))
    room = world.classes["高一(1)班"].pk
    page = show(world, "孙悦", choice_round, f"?room={room}")
    assert "3 名学生中，1 名已交。这里不显示志愿内容。" in page
    assert "王敏" not in page.split("<main")[1]
    assert 'http-equiv="refresh" content="15"' in show(world, "孙悦", choice_round, f"?room={room}&watch=1")


def test_homeroom_teacher_sees_the_own_class_only_and_no_office_button(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ()})
    page = show(world, "李慧", choice_round)
    assert ("孙浩然" in page, "钱多多" in page, "吴桐" in page) == (True, False, False)
    assert "还没有交" in page
    assert "选择码与链接" not in page
    elsewhere = show(world, "李慧", choice_round, f"?room={world.classes['高一(2)班'].pk}")
    assert "钱多多" not in elsewhere


def test_grade_lead_sees_the_grade(world: World, choice_round: ChoiceRound) -> None:
    page = show(world, "赵国栋", choice_round)
    assert ("高一(2)班" in page, "高二(1)班" in page) == (True, False)


def test_after_closing_the_office_lets_a_student_come_late_from_here(world: World, choice_round: ChoiceRound) -> None:
    room = world.classes["高一(1)班"].pk
    assert "允许一名学生补交" not in show(world, "孙悦", choice_round, f"?room={room}")
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    services.allow_late(
        by=world.office, round_id=choice_round.pk, student_id=world.students["林子涵"].pk, reason="住院"
    )
    page = show(world, "孙悦", choice_round, f"?room={room}")
    assert ("允许一名学生补交" in page, "可以补交" in page) == (True, True)
    assert "允许一名学生补交" not in show(world, "李慧", choice_round)


def test_rounds_without_choosing_and_unknown_ones_are_not_found(
    world: World, choice_round: ChoiceRound, settings: Any
) -> None:
    assert world.client("孙悦").get(f"/matching/rounds/{uuid.uuid4()}/choice/").status_code == 404


def test_assigned_rounds_have_no_such_page(world: World, assigned_round: ChoiceRound) -> None:
    assert world.client("孙悦").get(f"/matching/rounds/{assigned_round.pk}/choice/").status_code == 404


def test_more_students_ask_no_more_queries(world: World, choice_round: ChoiceRound) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/choice/"
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    wish_for(world, choice_round, {"林子涵": ("王敏",), "周一诺": (), "钱多多": ("陈立",)})
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
