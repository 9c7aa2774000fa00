import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from taoli.archive.models import Exam, ExamSubject
from taoli.archive.services import (
    add_exam,
    change_exam,
    change_full_mark,
    publish_exam,
    release_exam,
    reopen_exam,
    withdraw_exam,
)
from taoli.common.errors import ConflictError, TaoliError
from tests.archive.examining import examine, facts, published, subjects
from tests.world import World


def test_an_exam_has_its_term_and_subjects_in_order(world: World) -> None:
    exam = add_exam(by=world.office, facts=facts(world))
    assert exam.term == world.term
    assert [(one.name, int(one.full_mark)) for one in subjects(exam)] == [("语文", 120), ("数学", 100)]


def test_two_of_one_name_are_told_apart_by_the_day(world: World) -> None:
    add_exam(by=world.office, facts=facts(world))
    add_exam(by=world.office, facts=facts(world, held_on=dt.date(2026, 11, 17)))
    with pytest.raises(TaoliError, match="2026-11-16 的“期中考试”已经有了"):
        add_exam(by=world.office, facts=facts(world))
    assert Exam.objects.of(world.school).count() == 2


def test_the_same_name_and_day_is_free_for_a_class_and_after_a_withdrawal(world: World) -> None:
    exam = add_exam(by=world.office, facts=facts(world))
    add_exam(by=world.office, facts=facts(world, class_id=world.classes["高一(1)班"].pk))
    withdraw_exam(by=world.office, pk=exam.pk, edit=1)
    again = add_exam(by=world.office, facts=facts(world))
    with pytest.raises(TaoliError, match="已经有了"):
        reopen_exam(by=world.office, pk=exam.pk, edit=2)
    assert again.state == "draft"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": "  "}, "名称"),
        ({"subjects": []}, "至少"),
        ({"subjects": [("语文", Decimal(100)), ("语文 ", Decimal(120))]}, "两次"),
        ({"subjects": [(f"科{n}", Decimal(100)) for n in range(21)]}, "最多 20"),
        ({"subjects": [("语文", Decimal(0))]}, "满分"),
        ({"subjects": [("语文", Decimal(1001))]}, "满分"),
    ],
)
def test_what_makes_no_exam_is_refused_and_nothing_is_kept(world: World, said: dict[str, object], words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        add_exam(by=world.office, facts=facts(world, **said))
    assert not Exam.objects.of(world.school).exists()


def test_another_grades_class_and_another_schools_grade_are_refused(world: World) -> None:
    assert world.stranger is not None
    for said in (
        {"class_id": world.classes["高二(1)班"].pk},
        {"grade_id": world.stranger.school_class.grade_id},
    ):
        with pytest.raises(TaoliError, match="年级"):
            add_exam(by=world.office, facts=facts(world, **said))


def test_a_grade_lead_sets_exams_for_the_own_grade_only(world: World) -> None:
    add_exam(by=world.actor("赵国栋"), facts=facts(world))
    with pytest.raises(TaoliError, match="年级"):
        add_exam(by=world.actor("赵国栋"), facts=facts(world, grade_id=world.grades["高二"].pk))
    assert Exam.objects.of(world.school).count() == 1


@pytest.mark.parametrize("name", ["王敏", "李慧", "钱程", "郑明"])
def test_others_do_not_set_exams(world: World, name: str) -> None:
    with pytest.raises(TaoliError):
        add_exam(by=world.actor(name), facts=facts(world))


def test_a_changed_full_mark_keeps_the_marks_and_refuses_to_fall_below_one(world: World) -> None:
    exam = examine(world, {"林子涵": ("110", "90")})
    subject = subjects(exam)[0]
    with pytest.raises(TaoliError, match=r"1 个分数高于 100"):
        change_full_mark(by=world.office, pk=subject.pk, edit=1, full=Decimal(100))
    change_full_mark(by=world.office, pk=subject.pk, edit=1, full=Decimal(150))
    assert ExamSubject.objects.of(world.school).get(pk=subject.pk).full_mark == 150
    assert subject.scores.of(world.school).get().mark == 110


def test_two_who_change_it_at_once_are_noticed(world: World) -> None:
    exam = examine(world)
    change_exam(by=world.office, pk=exam.pk, edit=1, facts=facts(world, name="改名"))
    with pytest.raises(ConflictError):
        change_exam(by=world.actor("赵国栋"), pk=exam.pk, edit=1, facts=facts(world, name="又改名"))
    assert Exam.objects.of(world.school).get().name == "改名"


def test_a_subject_with_marks_stays_and_an_empty_one_goes(world: World) -> None:
    exam = examine(world, {"林子涵": ("110", "")})
    only = facts(world, subjects=[("语文", Decimal(120)), ("英语", Decimal(120))])
    change_exam(by=world.office, pk=exam.pk, edit=1, facts=only)
    assert [one.name for one in subjects(exam)] == ["语文", "英语"]
    with pytest.raises(TaoliError, match="语文 已经有成绩"):
        change_exam(by=world.office, pk=exam.pk, edit=2, facts=replace(only, subjects=[("英语", Decimal(120))]))


def test_with_marks_the_grade_stays(world: World) -> None:
    exam = examine(world, {"林子涵": ("110", "")})
    with pytest.raises(TaoliError, match="年级"):
        change_exam(by=world.office, pk=exam.pk, edit=1, facts=facts(world, grade_id=world.grades["高二"].pk))


def test_publishing_needs_marks_and_a_day_that_has_come(world: World) -> None:
    exam = examine(world)
    with pytest.raises(TaoliError, match="还没有成绩"):
        publish_exam(by=world.office, pk=exam.pk, edit=1)
    later = examine(world, {"林子涵": ("1", "1")}, held_on=dt.date(2099, 1, 1))
    with pytest.raises(TaoliError, match="还没有考"):
        publish_exam(by=world.office, pk=later.pk, edit=1)


def test_publishing_describes_the_year_and_only_first_marks_count(world: World) -> None:
    exam = published(world, {"林子涵": ("100", "A"), "周一诺": ("80", "缺考"), "孙浩然": ("补90", "E")})
    first, second = subjects(exam)
    assert (first.marks, first.mean, first.spread) == (2, 90, 10)
    assert (second.marks, second.mean) == (2, 3)


def test_release_needs_complete_marks_and_reopening_takes_it_back(world: World) -> None:
    exam = examine(world, {"林子涵": ("100", "90")})
    with pytest.raises(TaoliError, match="成绩"):
        release_exam(by=world.office, pk=exam.pk, edit=1, released=True)
    publish_exam(by=world.office, pk=exam.pk, edit=1)
    assert release_exam(by=world.office, pk=exam.pk, edit=2, released=True).released
    exam = reopen_exam(by=world.office, pk=exam.pk, edit=3)
    assert (exam.state, exam.released) == ("draft", False)
    with pytest.raises(ConflictError):
        reopen_exam(by=world.office, pk=exam.pk, edit=4)
