import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.queries.exam_chart import chart_of
from taoli.archive.queries.exams import absences_of, exam_suggestions, falls, history_of
from taoli.archive.services import Typed, reopen_exam, type_marks
from taoli.engine.signals import Direction
from tests.archive.examining import DAY, FIRST, past, published, subjects
from tests.world import World

FALLING = (80, 78, 82, 60)


def test_a_student_is_held_against_the_own_past_only(world: World) -> None:
    past(world, texts=FALLING)
    rows = history_of(world.school.pk, world.students["林子涵"].pk)
    assert [one.name for one in rows] == [f"第{n}次月考" for n in (1, 2, 3, 4)]
    assert [one.change.direction for one in rows] == [Direction.UNKNOWN] * 3 + [Direction.LOWER]
    assert [paper.text for paper in rows[0].papers] == ["80", "80"]
    steady = history_of(world.school.pk, world.students["赵思源"].pk)
    assert steady[-1].change.direction in {Direction.STEADY, Direction.HIGHER}


def test_falls_name_the_exam_and_its_subjects(world: World) -> None:
    exams = past(world, texts=FALLING)
    found = falls(world.school.pk, [one.pk for one in world.students.values()])
    fall = found[world.students["林子涵"].pk]
    assert (fall.exam_id, fall.exam, fall.held_on) == (exams[-1].pk, "第4次月考", DAY)
    assert (fall.subjects, fall.change.n) == (("语文", "数学"), 3)
    assert falls(world.school.pk).keys() == found.keys()
    assert falls(world.other.pk) == {}


def test_with_fewer_than_three_earlier_exams_nothing_is_said(world: World) -> None:
    past(world, texts=FALLING[1:])
    assert falls(world.school.pk) == {}


def test_quizzes_classes_drafts_and_re_sits_are_not_compared(world: World) -> None:
    exams = past(world, texts=FALLING[:3])
    room = world.classes["高一(1)班"].pk
    bad = {"林子涵": ("5", "5"), "周一诺": ("90", "90")}
    published(world, bad, name="小测", kind="quiz", held_on=DAY)
    published(world, bad, name="班考", class_id=room, held_on=DAY)
    cells = {world.students["林子涵"].pk: Typed("82", "补5")}
    with pytest.raises(Exception, match="再看"):
        type_marks(
            by=world.office, subject_id=subjects(exams[2])[0].pk, cells={world.students["林子涵"].pk: Typed("", "5")}
        )
    type_marks(by=world.office, subject_id=subjects(exams[2])[0].pk, cells=cells)
    assert falls(world.school.pk) == {}
    rows = {one.name: one for one in history_of(world.school.pk, world.students["林子涵"].pk)}
    assert rows["小测"].change.direction == rows["班考"].change.direction == Direction.UNKNOWN
    assert (rows["第3次月考"].papers[0].text, rows["第3次月考"].papers[0].again) == ("82", "5")
    reopen_exam(by=world.office, pk=exams[0].pk, edit=2)
    assert "第1次月考" not in {one.name for one in history_of(world.school.pk, world.students["林子涵"].pk)}


def test_levels_are_compared_like_marks(world: World) -> None:
    letters = ("A", "A", "B", "E")
    for place, letter in enumerate(letters):
        marks = {name: ("ABCDE"[at], "") for at, name in enumerate(FIRST)}
        marks["林子涵"] = (letter, "")
        published(world, marks, name=f"第{place}次", kind="monthly", held_on=DAY - dt.timedelta(days=90 - 30 * place))
    assert world.students["林子涵"].pk in falls(world.school.pk)


def test_each_mentor_gets_one_suggestion(world: World) -> None:
    exam = past(world, texts=FALLING)[-1]
    found = exam_suggestions(world.school.pk, exam.pk, world.staff["王敏"].pk)
    assert (found.changed + found.steady, found.early) == (3, 0)
    assert world.students["林子涵"].pk in found.students
    assert exam_suggestions(world.school.pk, uuid.uuid4(), world.staff["王敏"].pk).students == ()


def test_papers_not_written_are_counted_by_day(world: World) -> None:
    exam = published(world, {"林子涵": ("缺考", "请假"), "周一诺": ("免考", "80")})
    found = absences_of(world.school.pk, DAY - dt.timedelta(days=1))
    assert found == {world.students["林子涵"].pk: [(DAY, 2)]}
    assert absences_of(world.school.pk, DAY + dt.timedelta(days=1)) == {}
    assert absences_of(world.school.pk, DAY, [world.students["周一诺"].pk]) == {}
    assert history_of(world.school.pk, world.students["林子涵"].pk)[0].missed == 2
    assert exam.state == "published"


def test_only_released_exams_are_for_families(world: World) -> None:
    published(world, {"林子涵": ("88", "90")}, name="公布的", released=True)
    published(world, {"林子涵": ("77", "66")}, name="没公布的")
    student = world.students["林子涵"].pk
    assert [one.name for one in history_of(world.school.pk, student, released_only=True)] == ["公布的"]


def test_the_history_of_many_exams_is_one_query(world: World) -> None:
    past(world, texts=FALLING)
    with CaptureQueriesContext(connection) as caught:
        falls(world.school.pk, [one.pk for one in world.students.values()])
    assert len(caught) == 1


def test_the_chart_lies_about_the_own_mean_and_stays_inside_its_frame(world: World) -> None:
    past(world, texts=FALLING)
    chart = chart_of(history_of(world.school.pk, world.students["林子涵"].pk))
    assert chart is not None
    assert chart.n == 4
    assert all(0 <= dot.x <= chart.width and 0 <= dot.y <= chart.height for dot in chart.dots)
    assert chart.dots[-1].y > chart.middle > chart.dots[0].y
    assert len(chart.line.split()) == 4
    assert chart_of(history_of(world.school.pk, world.students["林子涵"].pk)[:1]) is None
