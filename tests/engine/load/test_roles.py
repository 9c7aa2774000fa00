"""The roles of a whole school."""

from typing import Any

import pytest

from taoli.engine.load import Deal, Minutes, RoleLoad, SchoolNumbers, deal_of, role_loads
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, Kind
from tests.engine.examples import CLAUSE, scheme_with, taigu
from tests.engine.load.test_parts import brief, conference


def numbers(**values: Any) -> SchoolNumbers:
    """1,200 students of 30 classes in 3 grades, 100 mentors of whom 30 lead a class."""
    plain = {"students": 1200, "mentors": 100, "homeroom_teachers": 30, "classes": 30, "grades": 3}
    return SchoolNumbers(**{**plain, **values})


def by_role(scheme: Scheme, school: SchoolNumbers, minutes: Minutes | None = None) -> dict[Actor, RoleLoad]:
    return {one.role: one for one in role_loads(scheme, school, minutes)}


def test_taigu_in_a_school_of_1200_dealt_by_its_aims() -> None:
    """By hand: the scheme aims at 10 students a mentor and 15 to 20, so 17.5, a homeroom teacher. 70 × 10 + 30 × 17.5
    = 1,225 seats for 1,200 students: each mentor 10 × 1200 ÷ 1225 = 9.796, each homeroom teacher 17.143. With 200
    groups of six a mentor has 200 × 9.796 ÷ 1200 = 1.633 groups. A mentor's week: 9.796 ÷ 4.35 × 20 = 45.04; 1.633 ÷ 4
    × 40 = 16.33; 9.796 × 2 ÷ 20 × 10 = 9.80; 60 ÷ 40 = 1.50; together 72.66.
    """
    found = by_role(taigu(), numbers(groups=200))[Actor.MENTOR]
    assert found.holders == 70
    assert (round(found.deal.students, 3), round(found.deal.groups, 3), found.deal.classes) == (9.796, 1.633, 2)
    assert found.load.minutes == pytest.approx(72.66, abs=0.01)
    assert (found.middle, found.most, found.most_deal) == (None, None, None)


def test_minutes_typed_by_the_school_are_used() -> None:
    shorter = by_role(taigu(), numbers(groups=200), Minutes({Kind.TALK: 10}))[Actor.MENTOR]
    assert shorter.load.minutes == pytest.approx(72.66 - 22.52, abs=0.01)


def test_real_pairings_give_the_middle_and_the_most_burdened_mentor() -> None:
    real = (Deal(8, 1, 1), Deal(10, 2, 2), Deal(10, 2, 2), Deal(14, 4, 3))
    found = by_role(scheme_with({"per": "week"}), numbers(deals=real))[Actor.MENTOR]
    assert (found.middle, found.most) == (200, 280)
    assert (found.deal, found.most_deal) == (Deal(10, 2, 2), Deal(14, 4, 3))


def led() -> Scheme:
    duties = (
        {"key": "deep", "per": "week"},
        {"key": "map", "who": "lead_mentor", "subject": "class", "kinds": ["archive_entry"], "per": "week"},
    )
    meetings = [
        conference("class", "class_weekly", "week", "lead_mentor", "mentor"),
        conference("grade", "grade_consultation", "two_weeks", "grade_lead", "lead_mentor", "mentor"),
    ]
    capacity = {
        "mentor": {"min": 8, "max": 12, "clause": CLAUSE},
        "lead_mentor": {"min": 15, "max": 25, "clause": CLAUSE},
    }
    return scheme_with(*duties, conferences=meetings, capacity=capacity)


def test_a_homeroom_teacher_who_mentors_does_not_sit_twice_in_what_one_chairs() -> None:
    lead = by_role(led(), numbers(lead_deals=(Deal(15), Deal(20, 2))))[Actor.LEAD_MENTOR]
    # the first: 15 × 20 = 300, the own class conference 40, consultation (once, not twice) 20, the map 10: 370;
    # the second: 400 + 40 + 40 in the other class + 20 + 10 = 510; the middle of both 440
    assert (lead.middle, lead.most) == (440, 510)
    assert [(kind, key, minutes) for kind, key, _, minutes in brief(lead.load)] == [
        ("duty", "deep", 300),
        ("chair", "class", 40),
        ("conference", "grade", 20),
        ("duty", "map", 10),
    ]
    assert [part.mentoring for part in lead.load.parts] == [True, False, False, False]
    assert lead.load.minutes == 370


def test_without_pairings_homeroom_teachers_get_the_schemes_aim() -> None:
    found = by_role(led(), numbers())
    # 70 × 10 + 30 × 20 = 1,300 seats for 1,200 students
    assert round(found[Actor.LEAD_MENTOR].deal.students, 2) == 18.46
    assert round(found[Actor.MENTOR].deal.students, 2) == 9.23
    assert found[Actor.GRADE_LEAD].load.minutes == 60  # alone with three grades
    assert by_role(led(), numbers(holders={Actor.GRADE_LEAD: 3}))[Actor.GRADE_LEAD].load.minutes == 20


def test_whom_each_role_answers_for() -> None:
    scheme, school = scheme_with({}, capacity={}), numbers(holders={Actor.LEADER: 6}, groups=200)
    assert deal_of(scheme, school, Actor.STUDENT) == Deal(1)
    assert deal_of(scheme, school, Actor.SUBJECT_TEACHER) == Deal(80, 2)
    assert deal_of(scheme, school, Actor.LEADER) == Deal(200, 5, 200 / 6, 0.5)
    assert deal_of(scheme, school, Actor.LEAD_MENTOR) == Deal(40, 1, 200 / 30, 0.1)
    assert deal_of(scheme, school, Actor.PRINCIPAL) == Deal(1200, 30, 200, 3)
    assert deal_of(scheme, school, Actor.MENTOR) == Deal(12, 2, 2)
    report = {"who": "student", "subject": "self", "kinds": ["student_report"]}
    assert role_loads(scheme_with(report, capacity={}), school)[0].holders == 1200


def test_a_lead_role_without_bounds_of_its_own_is_only_what_it_does_itself() -> None:
    scheme = scheme_with({"who": "lead_mentor", "subject": "class", "per": "week"}, capacity={})
    (found,) = role_loads(scheme, numbers())
    assert (found.holders, found.load.minutes) == (30, 20)


def test_an_even_deal_follows_the_unit_and_the_capacity() -> None:
    def students(**values: Any) -> float:
        return round(deal_of(scheme_with({}, **values), numbers(), Actor.MENTOR).students, 2)

    by_class = {"mentor": {"max": 10, "per": "class_taught", "clause": CLAUSE}}
    assert students(capacity=by_class) == 12
    lead = {"lead_mentor": {"target": 20, "clause": CLAUSE}}
    assert students(capacity={**by_class, **lead}) == 12  # aims of 20 both: two classes taught of 10 each
    assert students(capacity={"mentor": {"unit": "study_group", "max": 2, "clause": CLAUSE}, **lead}) == 12
    assert students(capacity={"mentor": {"clause": CLAUSE}, **lead}) == 12
    unit = deal_of(scheme_with({}, unit="class", capacity={}), numbers(), Actor.MENTOR)
    assert (unit.classes, unit.groups) == (1, 1)
    assert deal_of(scheme_with({}, capacity={}), numbers(classes_of_mentor=3), Actor.MENTOR).classes == 3
    few = deal_of(scheme_with({}, capacity={}), numbers(mentors=5, homeroom_teachers=0), Actor.MENTOR)
    assert few.classes == 6
    none = deal_of(scheme_with({}, capacity={}), numbers(mentors=0), Actor.MENTOR)
    assert none.students == 0
