"""One person's week, worked by hand."""

import pytest

from taoli.engine.load import Basis, Deal, Load, Minutes, load_of
from taoli.engine.load.numbers import assumed_share
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, ConferenceKind, Kind
from tests.engine.examples import CLAUSE, preset, scheme_with, taigu


def conference(key: str, kind: str, per: str | None, chair: str, *attended: str, **values: object) -> dict[str, object]:
    plain = {"key": key, "label": key, "kind": kind, "per": per, "chair": chair, "attended_by": attended}
    return {**plain, "clause": CLAUSE, **values}


def brief(load: Load) -> list[tuple[str, str, float, float]]:
    return [(part.kind, part.key, round(part.times, 3), round(part.minutes, 1)) for part in load.parts]


def test_taigu_asks_a_mentor_of_ten_students_in_two_groups_for_77_minutes_a_week() -> None:
    """By hand, with a cycle of 4 weeks, 4.35 weeks a month and 20 a term:
    individual guidance 10 students ÷ 4.35 × 20 min = 45.98; group activity 2 groups ÷ 4 × 40 min = 20;
    families 10 × 2 a term ÷ 20 × 10 min = 10; plan 1 a year ÷ 40 × 60 min = 1.5; together 77.48.
    """
    load = load_of(taigu(), Deal(students=10, classes=2, groups=2))
    assert brief(load) == [
        ("duty", "individual", 2.299, 46.0),
        ("duty", "group_activity", 0.5, 20.0),
        ("duty", "family", 1.0, 10.0),
        ("duty", "work_plan", 0.025, 1.5),
    ]
    assert load.minutes == pytest.approx(77.477, abs=0.001)
    assert (load.unrecorded, load.open, load.as_needed) == (0, (), ())
    assert load.parts[0].clause.rule == "TG-19"


def test_a_cycle_without_a_length_is_named_as_open() -> None:
    load = load_of(preset(), Deal(10))
    assert load.open == ("小组谈话或集体指导",)
    assert "group_activity" not in [part.key for part in load.parts]


def test_the_way_to_a_home_is_counted_apart_and_only_where_one_goes_there() -> None:
    visit = {"key": "visit", "kinds": ["home_visit"], "subject": "family", "per": "term"}
    ten = Deal(10)
    (part,) = load_of(scheme_with(visit), ten).parts
    # 10 ÷ 20 weeks = half a visit a week: 0.5 × (50 + 40) = 45 minutes, 20 of them on the way
    assert (part.times, part.minutes, part.travel) == (0.5, 45, 20)
    (near,) = load_of(scheme_with({**visit, "channels": ["at_school", "video"]}), ten).parts
    assert (near.minutes, near.travel) == (25, 0)
    (far,) = load_of(scheme_with({**visit, "channels": ["in_home", "video"]}), ten).parts
    assert far.travel == 20
    own = Basis(Minutes({Kind.HOME_VISIT: 30}, travel=10), weeks=10)
    (typed,) = load_of(scheme_with(visit), ten, basis=own).parts
    assert (typed.minutes, typed.travel) == (40, 10)
    # a telephone call is lighter than a visit with its way, and the scheme's own minutes hold for each
    (either,) = load_of(scheme_with({**visit, "kinds": ["home_visit", "family_contact"]}), ten).parts
    assert (either.minutes, either.travel) == (5, 0)
    (long,) = load_of(scheme_with({**visit, "kinds": ["home_visit", "talk"], "min_minutes": 60}), ten).parts
    assert (long.minutes, long.travel) == (30, 0)


def test_a_greeting_that_nobody_writes_down_is_shown_and_in_no_total() -> None:
    greeting = {"key": "greeting", "kinds": ["greeting"], "per": "day", "recorded": False}
    load = load_of(scheme_with({"key": "deep", "per": "week", "min_minutes": 30}, greeting), Deal(10))
    assert brief(load) == [("duty", "deep", 10, 300), ("duty", "greeting", 50, 50)]
    assert (load.minutes, load.unrecorded) == (300, 50)
    assert [part.recorded for part in load.parts] == [True, False]


def test_marked_students_are_a_share_of_all() -> None:
    daily = {"key": "daily", "per": "day", "only_for": ["attention"]}
    basis = Basis(shares={"attention": 0.1, "poverty": 0.95})
    (part,) = load_of(scheme_with(daily), Deal(10), basis=basis).parts
    assert (part.times, part.minutes, part.only_some) == (5, 100, True)
    both = {**daily, "per": "week", "only_for": ["attention", "poverty"]}
    assert load_of(scheme_with(both), Deal(10), basis=basis).parts[0].times == 10
    (assumed,) = load_of(scheme_with({**both, "only_for": ["poverty"]}), Deal(10)).parts
    assert assumed.times == 10 * assumed_share("poverty")
    # of two groups no more than there are marked students
    group = {"key": "g", "per": "week", "subject": "group", "only_for": ["attention"]}
    assert load_of(scheme_with(group), Deal(10, groups=2), basis=basis).parts[0].times == 1


def meetings() -> Scheme:
    return scheme_with(
        {"key": "own", "subject": "self", "per": "week", "kinds": ["plan"]},
        conferences=[
            conference("class", "class_weekly", "week", "lead_mentor", "mentor", agenda=[]),
            conference("grade", "grade_consultation", "two_weeks", "grade_lead", "lead_mentor", "mentor"),
            conference("office", "principal_meeting", "month", "principal", "grade_lead"),
            conference("group", "education_group", "term", "mentor"),
            conference("huddle", "daily_huddle", None, "lead_mentor", "mentor"),
        ],
    )


def test_every_class_of_the_mentees_is_a_conference_to_sit_in() -> None:
    load = load_of(meetings(), Deal(10, classes=3))
    assert brief(load) == [
        ("conference", "class", 3, 120),
        ("duty", "own", 1, 60),
        ("conference", "grade", 0.5, 20),
        ("chair", "group", 0.05, 2),
    ]
    assert load.as_needed == ("huddle",)


def test_who_chairs_shares_out_the_classes_and_who_sits_in_has_at_least_one() -> None:
    lead = load_of(meetings(), Deal(45, classes=1, grades=0.1), Actor.LEAD_MENTOR)
    assert brief(lead) == [("chair", "class", 1, 40), ("conference", "grade", 0.5, 20)]
    grade = load_of(meetings(), Deal(450, classes=10, grades=1), Actor.GRADE_LEAD)
    assert brief(grade) == [("chair", "grade", 0.5, 20), ("conference", "office", 0.23, 13.8)]
    longer = Basis(Minutes(conferences={ConferenceKind.GRADE_CONSULTATION: 90}))
    assert load_of(meetings(), Deal(450), Actor.GRADE_LEAD, longer).parts[0].minutes == 45


def test_a_conference_per_open_cycle_waits() -> None:
    scheme = scheme_with(
        {}, conferences=[conference("a", "class_weekly", "cycle", "lead_mentor", "mentor")], cycle=None
    )
    load = load_of(scheme, Deal(1))
    assert [part.key for part in load.parts] == ["talk"]
    assert load.open == ("a",)


def test_training_counts_where_it_has_a_number() -> None:
    course = {"key": "a", "label": "a", "kind": "course", "clause": CLAUSE}
    scheme = scheme_with(
        {"key": "report", "who": "student", "subject": "self", "kinds": ["student_report"], "per": "two_weeks"},
        training=[
            course,
            {**course, "key": "twice", "times": 2, "per": "term"},
            {**course, "key": "hours", "hours": 20},
            {**course, "key": "others", "hours": 20, "who": "leader"},
        ],
    )
    # two a term of 90 minutes in 20 weeks = 9; 20 hours a year in 40 weeks = 30
    assert brief(load_of(scheme, Deal(10))) == [("training", "hours", 0.025, 30), ("training", "twice", 0.1, 9)]
    assert brief(load_of(scheme, Deal(1), Actor.STUDENT)) == [("duty", "report", 0.5, 10)]
