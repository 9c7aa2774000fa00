from typing import Any

import pytest

from taoli.engine.matching import PROMISE_CODES, Finding, Problem, Rules, Unit, check, lottery_places
from tests.engine.matching.cast import FREE, mentor, student

KEY = frozenset("k")
STUDENTS = (
    student("a", "x y", class_id="1", categories=KEY),
    student("b", "x y", class_id="2", categories=KEY),
    student("c", "y x", class_id="3"),
)
MENTORS = (mentor("x", 2), mentor("y", 2))


def codes(rules: Rules, seats: dict[str, str], mentors: Any = MENTORS, **more: Any) -> list[Finding]:
    return list(check(Problem(STUDENTS, mentors, rules, **more), seats))


def test_a_seating_that_keeps_everything_has_no_findings() -> None:
    assert codes(Rules(), {"a": "x", "b": "x", "c": "y"}) == []


@pytest.mark.parametrize(
    ("rules", "seats", "expected"),
    [
        (FREE, {"a": "x", "b": "x"}, Finding("not_seated", {"student": "c"})),
        (FREE, {"a": "x", "b": "x", "c": "y", "q": "y"}, Finding("unknown_student", {"student": "q"})),
        (FREE, {"a": "x", "b": "x", "c": "q"}, Finding("unknown_mentor", {"student": "c", "mentor": "q"})),
        (
            FREE,
            {"a": "x", "b": "x", "c": "x"},
            Finding("over_maximum", {"mentor": "x", "load": 3, "max": 2, "by": 1}),
        ),
        (
            Rules(1),
            {"a": "x", "b": "x", "c": "y"},
            Finding("too_many_classes", {"mentor": "x", "classes": ("1", "2"), "limit": 1, "by": 1}),
        ),
        (
            Rules(None, category_cap={"k": 1}),
            {"a": "x", "b": "x", "c": "y"},
            Finding("category_over_cap", {"mentor": "x", "category": "k", "count": 2, "cap": 1, "by": 1}),
        ),
        (
            Rules(None, apart=(frozenset("ab"),)),
            {"a": "x", "b": "x", "c": "y"},
            Finding("apart_broken", {"mentor": "x", "rule": 0, "students": ("a", "b"), "by": 1}),
        ),
        (
            Rules(None, together=(frozenset("acq"),)),
            {"a": "x", "b": "x", "c": "y"},
            Finding("together_broken", {"rule": 0, "students": ("a", "c"), "mentors": ("x", "y"), "by": 1}),
        ),
        (
            Rules(None, pinned={"a": ("y", "why"), "q": ("x", "")}),
            {"a": "x", "b": "x", "c": "y"},
            Finding("pin_broken", {"student": "a", "mentor": "x", "pinned_to": "y"}),
        ),
    ],
)
def test_each_broken_rule_is_found_with_its_amount(rules: Rules, seats: dict[str, str], expected: Finding) -> None:
    found = [one for one in codes(rules, seats) if one.code not in PROMISE_CODES]
    assert found == [expected]


def test_bounds_of_absent_and_small_groups() -> None:
    mentors = (mentor("x", 3, 3, absent=True), mentor("y", 3, 2), mentor("z", 3, absent=True))
    assert codes(FREE, {"a": "x", "b": "y", "c": "x"}, mentors)[:2] == [
        Finding("mentor_absent", {"mentor": "x", "students": ("a", "c"), "by": 2}),
        Finding("under_minimum", {"mentor": "y", "load": 1, "min": 2, "by": 1}),
    ]


def test_eligibility_by_class_taught_spares_pins() -> None:
    mentors = (mentor("x", 2, classes=frozenset("1")), mentor("y", 2, classes=frozenset("3")))
    rules = Rules(None, teaches_class=True, pinned={"c": ("x", "coach")})
    assert codes(rules, {"a": "x", "b": "y", "c": "x"}, mentors) == [
        Finding("not_eligible", {"student": "b", "mentor": "y"})
    ]


def test_a_split_unit_is_found() -> None:
    units = (Unit("u", ("a", "c", "q")), Unit("v", ("b",)))
    assert codes(FREE, {"a": "x", "b": "x", "c": "y"}, units=units) == [
        Finding("unit_split", {"unit": "u", "mentors": ("x", "y"), "by": 1})
    ]


def test_envy_is_justified_only_toward_a_later_turn() -> None:
    students = (student("a", "x"), student("b", "x"))
    problem = Problem(students, (mentor("x"), mentor("y")), FREE, 5)
    first, last = sorted("ab", key=lottery_places(problem).__getitem__)
    assert check(problem, {first: "x", last: "y"}) == ()
    assert check(problem, {first: "y", last: "x"}) == (
        Finding("justified_envy", {"student": first, "mentor": "x", "over": last}),
    )
    marked = Problem(students, (mentor("x", marks={last: "fine"}), mentor("y")), FREE, 5)
    assert check(marked, {first: "y", last: "x"}) == ()


def test_an_empty_seat_may_be_claimed_by_whom_the_rules_let_in() -> None:
    claim = Finding("empty_seat_claim", {"student": "b", "mentor": "x"})
    seats = {"a": "x", "b": "y", "c": "y"}
    assert codes(FREE, seats) == [claim]
    assert codes(Rules(1), seats) == [
        Finding("too_many_classes", {"mentor": "y", "classes": ("2", "3"), "limit": 1, "by": 1})
    ]
    assert codes(Rules(None, category_cap={"k": 1}), seats) == []
    assert codes(Rules(None, apart=(frozenset("ab"),)), seats) == []
    assert codes(Rules(None, pinned={"b": ("y", "why")}), seats) == []
    assert codes(Rules(None, together=(frozenset("bc"),)), seats) == []
    problem = Problem(STUDENTS, MENTORS, Rules())
    assert check(problem, seats) == (claim,)
    assert check(problem, seats, open_classes={"x": ("1",)}) == ()
    assert check(problem, seats, open_classes={"x": ("1", "2")}) == (claim,)


def test_nobody_envies_a_pinned_seat_and_wishes_that_cannot_count_are_passed_over() -> None:
    students = (student("a", "q away x x y", class_id="2"), student("p"))
    mentors = (mentor("x", 1), mentor("y", 1), mentor("away", 1, absent=True))
    problem = Problem(students, mentors, Rules(1, pinned={"p": ("x", "why")}))
    assert check(problem, {"a": "y", "p": "x"}) == ()
