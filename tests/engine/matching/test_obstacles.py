"""Every obstacle with the numbers a headteacher can count."""

from typing import Any

import pytest

from taoli.engine.matching import Finding, Problem, Rules, Unit, solve_assigned, solve_fair, solve_ruled
from tests.engine.matching.cast import FREE, impossible, mentor, student


def found(students: Any, mentors: Any, rules: Rules = FREE) -> list[Finding]:
    problem = Problem(tuple(students), tuple(mentors), rules)
    findings = impossible(solve_fair(problem))
    assert impossible(solve_assigned(problem)) == findings
    assert impossible(solve_ruled(problem)) == findings
    return findings


def pupils(names: str, **more: Any) -> list[Any]:
    return [student(one, **more) for one in names]


def test_minimums_above_the_maximum_or_the_number_of_students() -> None:
    assert found(pupils("a"), [mentor("x", 1, 2)]) == [
        Finding("minimum_above_maximum", {"mentor": "x", "min": 2, "max": 1})
    ]
    assert found(pupils("a"), [mentor("x", 2, 1), mentor("y", 2, 1)]) == [
        Finding("minimum_too_high", {"minimum": 2, "students": 1, "excess": 1})
    ]


def test_an_absent_mentor_offers_no_seat_and_owes_no_minimum() -> None:
    assert found(pupils("ab"), [mentor("x", 1), mentor("y", 5, 5, absent=True)]) == [
        Finding("seats_short", {"students": 2, "seats": 1, "short": 1})
    ]


def test_students_who_may_go_only_to_few_mentors_are_named_with_the_seats() -> None:
    students = [*pupils("abc", class_id="1"), *pupils("d", class_id="2"), *pupils("ef", class_id="3")]
    mentors = [
        mentor("x", 2, classes=frozenset("1")),
        mentor("y", 9, classes=frozenset("2")),
    ]
    hall, nobody = found(students, mentors, Rules(None, teaches_class=True))
    assert hall.code == "hall_seats"
    assert hall.params == {
        "students": ("a", "b", "c"),
        "classes": ("1",),
        "mentors": ("x",),
        "seats": 2,
        "short": 1,
    }
    assert nobody.code == "nobody_eligible"
    assert nobody.params["students"] == ("e", "f")
    assert nobody.params["seats"] == 0


def test_mentors_who_need_more_students_than_may_come_are_named() -> None:
    students = [*pupils("a", class_id="1"), *pupils("bcd", class_id="2")]
    mentors = [
        mentor("x", 2, 1, classes=frozenset("1")),
        mentor("y", 2, 1, classes=frozenset("1")),
        mentor("z", 9, classes=frozenset("2")),
    ]
    (hall,) = found(students, mentors, Rules(None, teaches_class=True))
    assert hall == Finding(
        "hall_minimum",
        {"mentors": ("x", "y"), "classes": ("1",), "minimum": 2, "students": 1, "excess": 1},
    )


def test_a_category_cap_that_leaves_too_few_seats() -> None:
    rules = Rules(None, category_cap={"k": 1}, pinned={"a": ("x", "why")})
    students = pupils("abc", categories=frozenset("k"))
    (short,) = found(students, [mentor("x", 3), mentor("y", 3)], rules)
    assert short.code == "category_seats_short"
    assert short.params == {
        "category": "k",
        "cap": 1,
        "students": ("b", "c"),
        "mentors": ("x", "y"),
        "seats": 1,
        "short": 1,
    }


def test_more_students_to_keep_apart_than_mentors() -> None:
    rules = Rules(None, apart=(frozenset("abc"),), pinned={"a": ("x", "why")})
    (short,) = found(pupils("abc"), [mentor("x", 3), mentor("y", 3)], rules)
    assert short.code == "apart_seats_short"
    assert short.params == {"students": ("b", "c"), "mentors": ("x", "y"), "seats": 1, "short": 1}


def test_students_kept_together_need_one_mentor_with_room() -> None:
    rules = Rules(None, together=(frozenset("abc"),), pinned={"a": ("x", "why")})
    assert found(pupils("abc"), [mentor("x", 2), mentor("y", 3)], rules) == [
        Finding("together_too_large", {"students": ("a", "b", "c"), "size": 3, "largest": 2})
    ]


def test_students_cannot_be_kept_together_and_apart() -> None:
    rules = Rules(None, together=(frozenset("abc"),), apart=(frozenset("bc"), frozenset("cd")))
    assert found(pupils("abcd"), [mentor("x", 4), mentor("y", 4)], rules) == [
        Finding("together_and_apart", {"students": ("b", "c")})
    ]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({"pinned": {"q": ("x", "")}}, Finding("pinned_unknown_student", {"student": "q"})),
        ({"pinned": {"a": ("q", "")}}, Finding("pinned_unknown_mentor", {"student": "a", "mentor": "q"})),
        ({"pinned": {"a": ("away", "")}}, Finding("pinned_absent", {"student": "a", "mentor": "away"})),
        (
            {"pinned": {"a": ("y", ""), "b": ("y", "")}},
            Finding("pinned_over_maximum", {"mentor": "y", "students": ("a", "b"), "max": 1}),
        ),
        (
            {"max_classes_per_mentor": 1, "pinned": {"a": ("x", ""), "b": ("x", "")}},
            Finding("pinned_classes", {"mentor": "x", "classes": ("1", "2"), "limit": 1}),
        ),
        (
            {"category_cap": {"k": 1}, "pinned": {"a": ("x", ""), "b": ("x", "")}},
            Finding("pinned_category", {"mentor": "x", "category": "k", "count": 2, "cap": 1}),
        ),
        (
            {"apart": (frozenset("abq"),), "pinned": {"a": ("x", ""), "b": ("x", "")}},
            Finding("pinned_apart", {"mentor": "x", "students": ("a", "b")}),
        ),
        (
            {"together": (frozenset("abq"),), "pinned": {"a": ("x", ""), "b": ("y", "")}},
            Finding("pinned_together", {"students": ("a", "b", "q"), "mentors": ("x", "y")}),
        ),
    ],
)
def test_pins_that_cannot_hold_are_named(rules: dict[str, Any], expected: Finding) -> None:
    key = frozenset("k")
    students = [student("a", class_id="1", categories=key), student("b", class_id="2", categories=key)]
    mentors = [mentor("x", 3), mentor("y", 1), mentor("away", 1, absent=True)]
    assert found(students, mentors, Rules(**{"max_classes_per_mentor": None, **rules})) == [expected]


def test_classes_that_need_more_mentors_than_may_take_them_are_counted() -> None:
    """Three classes and two mentors who may take one class each; the caps have nothing to do with it."""
    students = [student(one, class_id=one) for one in "123"]
    rules = Rules(1, category_cap={"k": 1}, apart=(frozenset("12"),))
    assert found(students, [mentor("x", 3), mentor("y", 3), mentor("z", 0)], rules) == [
        Finding(
            "class_places_short",
            {"classes": ("1", "2", "3"), "mentors": ("x", "y"), "limit": 1, "needed": 3, "places": 2, "short": 1},
        )
    ]


def test_pairs_kept_apart_that_make_a_clique_need_a_mentor_each() -> None:
    rules = Rules(None, apart=(frozenset("ab"), frozenset("bc"), frozenset("ac")))
    assert found(pupils("abc"), [mentor("x", 3), mentor("y", 3)], rules) == [
        Finding("apart_seats_short", {"students": ("a", "b", "c"), "mentors": ("x", "y"), "seats": 2, "short": 1})
    ]


def test_minimums_and_students_kept_together_can_conflict() -> None:
    rules = Rules(None, together=(frozenset("abc"),))
    assert found(pupils("abcd"), [mentor("x", 3, 2), mentor("y", 3, 2)], rules) == [
        Finding("rules_conflict", {"rules": ("minimum", "together")}),
        Finding("core_together", {"rule": 0, "students": ("a", "b", "c")}),
        Finding("core_minimum", {"mentor": "x", "limit": 2}),
        Finding("core_minimum", {"mentor": "y", "limit": 2}),
    ]


def test_a_unit_that_fits_nowhere_is_named() -> None:
    students = tuple(pupils("abcd"))
    problem = Problem(students, (mentor("x", 3), mentor("y", 3)), FREE, 0, (Unit("u", tuple("abcd")),))
    for solve in (solve_fair, solve_ruled, solve_assigned):
        assert impossible(solve(problem)) == [
            Finding("together_too_large", {"unit": "u", "students": ("a", "b", "c", "d"), "size": 4, "largest": 3})
        ]
