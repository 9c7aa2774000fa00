"""What a school still has to enter, step by step."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.accounts.models import Membership
from taoli.common.models import School
from taoli.engine.scheme import Scheme, checksum, dump
from taoli.engine.scheme.vocabulary import CoverageKind, Unit
from taoli.home.queries.first_steps import FirstStep, first_steps
from taoli.matching.models import Pairing
from taoli.roster.models import Group, SchoolClass, Staff, Student, TeachingAssignment, Term
from taoli.roster.services.people import open_accounts
from taoli.schemes.models import SchemeVersion
from tests.duties.school import put_in_force, taigu
from tests.world import World


def steps(world: World) -> dict[str, FirstStep]:
    return {one.key: one for one in first_steps(world.school.pk, world.term).steps}


def test_an_empty_school_begins_with_the_term(world: World) -> None:
    found = first_steps(School.objects.create(code="new", name="新学校").pk, None)
    assert [(one.key, one.state, one.done, one.needed) for one in found.steps] == [
        ("term", "now", 0, 1),
        ("roster", "next", 0, 1),
        ("teaching", "next", 0, 0),
        ("homerooms", "next", 0, 0),
        ("scheme", "next", 0, 1),
        ("accounts", "next", 0, 0),
        ("pairing", "next", 0, 0),
    ]
    assert found.steps[1].missing == ("staff", "students")
    assert (found.open, found.left) == (True, 7)


def test_a_half_filled_school_names_what_is_missing(world: World) -> None:
    TeachingAssignment.objects.of(world.school).filter(school_class=world.classes["高二(1)班"]).delete()
    SchoolClass.objects.of(world.school).filter(name="高一(2)班").update(homeroom_teacher=None)
    Student.objects.of(world.school).update(mentor=None)
    put_in_force(world)
    found = steps(world)
    assert list(found) == ["term", "roster", "teaching", "homerooms", "groups", "scheme", "accounts", "pairing"]
    assert (found["term"].state, found["term"].detail) == ("done", "2026-2027学年第一学期")
    assert (found["roster"].state, found["roster"].done, found["roster"].needed) == ("done", 3, 3)
    assert (found["teaching"].state, found["teaching"].missing) == ("now", ("高二(1)班",))
    assert (found["homerooms"].state, found["homerooms"].done, found["homerooms"].missing) == (
        "next",
        2,
        ("高一(2)班",),
    )
    assert (found["groups"].missing, found["groups"].detail) == (("高二(1)班",), "study_group")
    assert found["scheme"].state == "done"
    assert (found["accounts"].done, found["accounts"].needed) == (10, 17)
    assert found["accounts"].missing[0] == "陈立"
    assert found["pairing"].missing == ("高一(1)班 (3)", "高一(2)班 (2)", "高二(1)班 (1)")


def test_a_finished_school_folds_the_strip(world: World) -> None:
    finish(world)
    found = first_steps(world.school.pk, world.term)
    assert {one.state for one in found.steps} == {"done"}
    assert (found.open, found.left, found.paired) == (False, 0, True)


def finish(world: World) -> None:
    put_in_force(world)
    Group.objects.create(
        school=world.school, kind="study_group", name="小溪组", school_class=world.classes["高二(1)班"]
    )
    open_accounts(by=world.office)


def test_once_somebody_is_paired_the_strip_is_folded_though_something_is_left(world: World) -> None:
    found = first_steps(world.school.pk, world.term)
    assert (found.open, found.paired) == (False, True)
    assert found.left == 2  # no scheme, and accounts


@pytest.mark.parametrize(("day", "state", "detail"), [((2027, 1, 29), "done", None), ((2026, 11, 20), "now", "over")])
def test_a_term_that_is_over_is_asked_for_anew(world: World, day: Any, state: str, detail: str | None) -> None:
    world.term.ends = dt.date(*day)
    step = steps(world)["term"]
    assert step.state == state
    assert detail in {None, step.detail}


def test_a_draft_is_to_be_published_and_says_which_groups_are_needed(world: World) -> None:
    rules = taigu()
    draft(world, rules.model_copy(update={"unit": Unit.DORMITORY}))
    found = steps(world)
    assert (found["scheme"].detail, found["scheme"].page) == ("draft", "schemes:scheme_show")
    assert (found["groups"].detail, found["groups"].done) == ("dormitory", 0)
    room = Group.objects.create(school=world.school, kind="dormitory", name="201")
    room.members.create(school=world.school, student=world.students["林子涵"], starts=world.term.starts)
    assert steps(world)["groups"].missing == ("高一(2)班", "高二(1)班")


def draft(world: World, rules: Scheme) -> None:
    facts = {"preset_key": rules.key, "title": rules.title, "rules": dump(rules), "checksum": checksum(rules)}
    SchemeVersion.objects.create(school=world.school, version=1, state="draft", **facts)


def test_a_scheme_for_single_students_needs_no_groups(world: World) -> None:
    put_in_force(world, taigu().model_copy(update={"unit": Unit.STUDENT}))
    assert "groups" not in steps(world)


def test_a_scheme_for_listed_students_is_paired_with_the_first_pair(world: World) -> None:
    rules = taigu()
    listed = rules.coverage.model_copy(update={"whom": CoverageKind.LISTED_STUDENTS})
    put_in_force(world, rules.model_copy(update={"coverage": listed}))
    Student.objects.of(world.school).exclude(name="林子涵").update(mentor=None)
    assert steps(world)["pairing"].state == "done"


def test_without_teachers_the_roster_is_not_done(world: World) -> None:
    Staff.objects.of(world.school).update(left_on=world.term.starts)
    assert steps(world)["roster"].missing == ("staff",)


def test_it_asks_as_many_questions_for_one_class_as_for_three(world: World) -> None:
    put_in_force(world)
    first_steps(world.school.pk, world.term)
    three = count(world)
    gone = world.classes["高一(1)班"]
    Pairing.objects.of(world.school).delete()
    SchoolClass.objects.of(world.school).exclude(pk=gone.pk).update(closed_on=world.term.starts)
    Membership.objects.filter(school=world.school, person_kind="student").delete()
    assert (three, count(world)) == (7, 7)


def count(world: World) -> int:
    with CaptureQueriesContext(connection) as asked:
        first_steps(world.school.pk, world.term)
    return len(asked)


def test_a_term_of_the_future_counts(world: World) -> None:
    term = Term(name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2))
    assert first_steps(world.school.pk, term).steps[0].state == "done"
