from typing import Any

import pytest

from taoli.engine.matching import (
    Finding,
    Matching,
    Problem,
    Rules,
    explain_mentor,
    explain_student,
    lottery_places,
    rematch,
    solve_fair,
)
from tests.engine.matching.cast import FREE, matched, mentor, student


def solved(students: Any, mentors: Any, rules: Rules = FREE, seed: int = 1) -> tuple[Problem, Matching]:
    problem = Problem(tuple(students), tuple(mentors), rules, seed)
    return problem, matched(solve_fair(problem))


def test_a_full_wish_says_how_the_lottery_fell_and_how_many_seats_were_missing() -> None:
    problem, matching = solved([student(one, "x y") for one in "abc"], [mentor("x"), mentor("y", 2)])
    places = lottery_places(problem)
    order = sorted("abc", key=places.__getitem__)
    full, seat = explain_student(problem, matching, order[2])
    assert full.code == "wish_full"
    assert full.params == {
        "mentor": "x",
        "rank": 1,
        "seats": 1,
        "decided": "lottery",
        "seats_needed": 2,
        "place": 3,
        "last_place": 1,
    }
    assert seat == Finding("seat", {"mentor": "y", "reason": "wish", "rank": 2, "of": 2})
    assert explain_student(problem, matching, order[1])[0].params["seats_needed"] == 1
    assert explain_student(problem, matching, order[0]) == (
        Finding("seat", {"mentor": "x", "reason": "wish", "rank": 1, "of": 2}),
    )


def test_as_many_seats_as_said_would_have_been_enough() -> None:
    students = [student(one, "x y") for one in "abcdef"]
    problem, matching = solved(students, [mentor("x", 2), mentor("y", 6)])
    for one in "abcdef":
        for found in explain_student(problem, matching, one)[:-1]:
            needed = found.params["seats_needed"]
            assert isinstance(needed, int)
            assert solved(students, [mentor("x", 2 + needed), mentor("y", 6)])[1].rank[one] == 1
            assert solved(students, [mentor("x", 1 + needed), mentor("y", 6)])[1].rank[one] == 2


def test_marks_show_to_staff_only_and_nobody_else_is_named() -> None:
    problem, matching = solved(
        [student("ann", "x y"), student("bob", "x y")], [mentor("x", marks={"ann": "first"}), mentor("y")]
    )
    for_student = explain_student(problem, matching, "bob")[0]
    assert for_student.params["decided"] == "order"
    assert "place" not in for_student.params
    assert explain_student(problem, matching, "bob", staff=True)[0].params["decided"] == "marked"
    assert "ann" not in str(explain_student(problem, matching, "bob"))
    assert "ann" not in str(explain_student(problem, matching, "bob", staff=True))


def test_rules_that_closed_a_wish_are_named() -> None:
    key = frozenset("k")
    students = [
        student("a", "x", class_id="1", categories=key),
        student("b", "x", class_id="2", categories=key),
        student("c", "x", class_id="1"),
        student("d", "x", class_id="1"),
        student("e", "away t x", class_id="2"),
    ]
    mentors = [mentor("x", 9), mentor("y", 9), mentor("away", 9, absent=True)]
    for rules, expected in (
        (Rules(1), {"b": "class_limit"}),
        (Rules(None, category_cap={"k": 1}), {"a": "category_cap", "b": "category_cap"}),
        (Rules(None, apart=(frozenset("cd"),)), {"c": "apart", "d": "apart"}),
    ):
        problem, matching = solved(students, mentors, rules)
        closed = {
            one: found.params["rule"]
            for one in expected
            for found in explain_student(problem, matching, one)
            if found.code == "wish_rule"
        }
        assert closed
        assert closed.items() <= expected.items()
    assert explain_student(*solved(students, mentors), "e")[0] == Finding("wish_absent", {"mentor": "away", "rank": 1})


def test_a_wish_for_a_mentor_who_does_not_teach_the_class() -> None:
    mentors = [mentor("x", 2, classes=frozenset("2")), mentor("y", 2, classes=frozenset("1"))]
    problem, matching = solved([student("a", "x y", class_id="1")], mentors, Rules(teaches_class=True))
    assert explain_student(problem, matching, "a")[0] == Finding(
        "wish_rule", {"mentor": "x", "rank": 1, "rule": "teaches_class"}
    )


def test_a_student_moved_for_a_minimum_is_told_so() -> None:
    problem, matching = solved(
        [student("a", "x", class_id="1"), student("b", "x")], [mentor("x", 2), mentor("y", 2, 1)]
    )
    moved = matching.moved[0].student_id
    rule, seat = explain_student(problem, matching, moved)
    assert rule == Finding("wish_rule", {"mentor": "x", "rank": 1, "rule": "minimum_loads"})
    assert seat.params["reason"] == "moved_minimum"


def test_students_kept_together_and_pinned_students() -> None:
    rules = Rules(None, together=(frozenset("ab"),), pinned={"p": ("y", "speciality")})
    problem, matching = solved(
        [student("a", "x"), student("b", "y"), student("p", "x")], [mentor("x", 2), mentor("y", 3)], rules
    )
    moved = matching.moved[0].student_id
    assert explain_student(problem, matching, moved)[0].params["rule"] == "together"
    assert explain_student(problem, matching, "p") == (Finding("seat", {"mentor": "y", "reason": "pinned"}),)


def test_a_mentor_sees_load_demand_marks_and_the_group() -> None:
    students = [student("a", "x y"), student("b", "x y"), student("c", "y x"), student("d")]
    mentors = [mentor("x", 1, target=1, marks={"b": "first", "d": "fine"}), mentor("y", 3)]
    problem, matching = solved(students, mentors)
    assert explain_mentor(problem, matching, "x") == (
        Finding("load", {"load": 1, "min": 0, "target": 1, "max": 1}),
        Finding("demand", {"first": 2, "wished": 3, "turned_away": 1}),
        Finding("marks", {"marked": 2, "seated": 1}),
        Finding("mentee", {"student": "b", "reason": "wish", "rank": 1}),
    )


def test_unknown_ids_are_refused() -> None:
    problem, matching = solved([student("a")], [mentor("x")])
    with pytest.raises(KeyError):
        explain_student(problem, matching, "q")
    with pytest.raises(KeyError):
        explain_mentor(problem, matching, "q")


def test_in_a_re_match_few_moves_decided_unless_the_present_mentor_needs_everybody() -> None:
    def told(least: int, seats: int) -> dict[str, Any]:
        students = (student("a", "x y"), student("b", "x"))
        problem = Problem(students, (mentor("x", seats), mentor("y", 1, least)), FREE)
        return dict(explain_student(problem, matched(rematch(problem, {"a": "y", "b": "x"})), "a")[0].params)

    assert told(0, 1) == {"mentor": "x", "rank": 1, "seats": 1, "decided": "fewest_moves"}
    assert told(0, 2) == {"mentor": "x", "rank": 1, "rule": "fewest_moves"}
    assert told(1, 2) == {"mentor": "x", "rank": 1, "rule": "minimum_loads"}
