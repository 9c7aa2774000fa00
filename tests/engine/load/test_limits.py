"""Where the numbers of a school cannot meet a scheme."""

from typing import Any

from taoli.engine.facts import Finding
from taoli.engine.load import Deal, Minutes, SchoolNumbers, limits
from taoli.engine.scheme import Scheme, apply_changes, dump, parse_scheme
from taoli.engine.scheme.vocabulary import Actor, Kind
from tests.engine.examples import CLAUSE, appraisal_with, preset, scheme_with, taigu
from tests.engine.load.test_parts import conference
from tests.engine.load.test_roles import numbers


def bounded(least: int | None, most: int | None, **values: Any) -> Scheme:
    capacity = {"mentor": {"min": least, "max": most, "clause": CLAUSE}}
    return scheme_with({"subject": "self"}, capacity=capacity, **{"unit": "student", **values})


def found(scheme: Scheme, school: SchoolNumbers, minutes: Minutes | None = None) -> dict[str, dict[str, Any]]:
    return {one.code: dict(one.params) for one in limits(scheme, school, minutes)}


def test_too_many_students_say_how_many_mentors_are_missing() -> None:
    """1,000 students ÷ 76 mentors = 13.2 each, at most 10: 100 mentors are needed, 24 more."""
    school = numbers(students=1000, mentors=76)
    assert limits(bounded(None, 10), school) == (
        Finding(
            "above_most",
            {"role": "mentor", "unit": "student", "amount": 1000, "mentors": 76, "mean": 13.2, "most": 10, "more": 24},
        ),
    )
    assert limits(bounded(None, 14), school) == ()
    assert found(bounded(None, 0), school)["above_most"]["more"] is None


def test_too_few_students_say_how_many_mentors_are_too_many() -> None:
    # 300 students fill 60 mentors of five: 16 of 76 have none
    below = found(bounded(5, 8), numbers(students=300, mentors=76))["below_least"]
    assert (below["mean"], below["least"], below["spare"]) == (3.9, 5, 16)


def test_a_school_types_its_own_bounds() -> None:
    school = numbers(bounds={Actor.MENTOR: (None, 11)})
    assert found(bounded(None, 20), school)["above_most"]["most"] == 11


def test_nobody_to_mentor_is_said_first() -> None:
    assert limits(bounded(1, 2), numbers(mentors=0)) == (Finding("no_mentors", {"students": 1200}),)
    assert limits(bounded(None, None), numbers(students=0, mentors=0)) == ()


def test_homeroom_teachers_take_what_their_own_bounds_allow() -> None:
    """30 homeroom teachers of 20 take 600 of 1,200; 600 ÷ 70 = 8.6 a mentor."""
    lead = {"lead_mentor": {"min": 15, "max": 20, "clause": CLAUSE}}

    def both(**mentor: int) -> Scheme:
        capacity = {"mentor": {**mentor, "clause": CLAUSE}, **lead}
        return scheme_with({"subject": "self"}, capacity=capacity)

    above = limits(both(max=8), numbers())
    assert [(one.params["role"], one.params["mean"], one.params["more"]) for one in above] == [
        ("mentor", 8.6, 5),
        ("lead_mentor", 21.3, 2),
    ]
    # at their least they take 450; 750 ÷ 70 = 10.7 a mentor
    below = limits(both(min=11), numbers())
    assert [(one.code, one.params["role"], one.params["mean"]) for one in below] == [
        ("below_least", "mentor", 10.7),
        ("below_least", "lead_mentor", 14.3),
    ]
    assert limits(both(max=9), numbers()) == ()
    assert limits(taigu(), numbers(homeroom_teachers=100)) != ()  # everybody leads a class
    few = numbers(students=100)
    assert found(both(min=11), few)["below_least"]["mean"] == 0


def test_bounds_by_class_taught_by_group_or_by_class() -> None:
    per_class = {"mentor": {"min": 5, "max": 10, "per": "class_taught", "clause": CLAUSE}}
    scheme = scheme_with({"subject": "self"}, capacity=per_class)
    assert found(scheme, numbers(classes_taught=1))["above_most"]["most"] == 10
    assert limits(scheme, numbers()) == ()
    groups = scheme_with({"subject": "self"}, capacity={"mentor": {"unit": "study_group", "max": 2, "clause": CLAUSE}})
    assert found(groups, numbers(groups=250))["above_most"] == {
        "role": "mentor",
        "unit": "study_group",
        "amount": 250,
        "mentors": 100,
        "mean": 2.5,
        "most": 2,
        "more": 25,
    }
    assert limits(groups, numbers()) == ()
    one = {"mentor": {"unit": "class", "min": 1, "max": 1, "clause": CLAUSE}}
    classes = scheme_with({"subject": "self"}, unit="class", capacity=one)
    assert found(classes, numbers())["below_least"]["spare"] == 70
    assert limits(classes, numbers(mentors=30)) == ()
    # 1 to 2 groups OR 10 students: the students are enough
    both = {"mentor": {"max": 12, "alternative": {"unit": "study_group", "max": 2}, "clause": CLAUSE}}
    assert limits(scheme_with({"subject": "self"}, capacity=both), numbers(groups=250)) == ()


def test_more_classes_than_allowed_are_so_many_conferences() -> None:
    meetings = [
        conference("class", "class_weekly", "week", "lead_mentor", "mentor"),
        conference("open", "class_meeting", "cycle", "lead_mentor", "mentor"),
        conference("grade", "grade_consultation", "week", "grade_lead", "mentor"),
        conference("asked", "daily_huddle", None, "lead_mentor", "mentor"),
    ]
    scheme = bounded(None, None, conferences=meetings)
    real = numbers(deals=(Deal(10, 4), Deal(10, 3), Deal(10, 2)))
    assert found(scheme, real)["many_classes"] == {
        "mentors": 2,
        "classes": 4,
        "most": 2,
        "times": 4,
        "minutes": 160,
    }
    assert found(scheme, numbers(classes_of_mentor=3))["many_classes"]["mentors"] == 100
    assert found(bounded(None, None), real)["many_classes"]["times"] == 0
    assert limits(scheme, numbers()) == ()


def test_a_fixed_slot_holds_one_group() -> None:
    """Taigu: one slot of 40 minutes a cycle; two groups of 40 minutes each need 80."""
    typed = apply_changes(taigu(), {"capacity.mentor.max": 40, "capacity.mentor.min": 1})
    assert found(typed, numbers())["slot_too_short"] == {
        "label": "小组谈话或集体指导",
        "subject": "group",
        "subjects": 2,
        "needed": 80,
        "slot": 40,
    }
    assert "slot_too_short" not in found(typed, numbers(), Minutes({Kind.GROUP_ACTIVITY: 20, Kind.GROUP_TALK: 20}))
    assert "slot_too_short" not in found(typed, numbers(), Minutes(slot=80))


def test_daily_contact_with_some_is_said_in_people_and_minutes() -> None:
    daily = {"key": "daily", "label": "每日面谈", "per": "day", "only_for": ["attention"]}
    scheme = scheme_with(daily, capacity={})
    assert found(scheme, numbers(shares={"attention": 0.02}))["daily_for_some"] == {
        "label": "每日面谈",
        "students": 24,
        "mentors": 100,
        "minutes": 480,
    }
    assert "daily_for_some" not in found(scheme, numbers(shares={"attention": 0}))


def test_ten_students_reach_the_printed_cap_in_one_month() -> None:
    """2 points a person-time, at most 20: ten talks; ten students once a month are ten talks (decision 3)."""
    school = numbers(students=700, homeroom_teachers=0, mentors=70)
    assert found(taigu(), school)["cap_reached"] == {
        "label": "个别指导",
        "students": 10,
        "in_force": 0,
        "each": 2,
        "cap": 20,
        "months": 1.0,
    }
    chosen = taigu(appraisal__items__individual__chosen="as_printed")
    assert found(chosen, school)["cap_reached"]["in_force"] == 1


def counting(duty: str, scheme: Scheme, each: float = 2) -> Scheme:
    method = {"method": "per_count", "duty": duty, "points_each": each, "cap": 20}
    return parse_scheme({**dump(scheme), "appraisal": appraisal_with(method, points=20)})


def test_a_cap_that_no_term_reaches_or_that_cannot_be_reckoned_is_not_told() -> None:
    school = numbers(students=700, homeroom_teachers=0, mentors=70)
    assert "cap_reached" not in found(counting("individual", preset(), each=0.1), school)
    assert "cap_reached" not in found(counting("individual", preset(), each=0), school)
    assert "cap_reached" not in found(counting("group_activity", preset()), school)  # the cycle is open
    # a group counts with each of its students: ten students once in four weeks, 9.2 months ÷ 10
    assert found(counting("group_activity", taigu()), school)["cap_reached"]["months"] == 0.9
