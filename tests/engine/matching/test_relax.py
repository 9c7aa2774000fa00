"""Ways out of impossible rounds against brute force; certificates recounted; planted wrong ones refused."""

from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching import (
    Finding,
    Infeasible,
    Mentor,
    Problem,
    Rules,
    Unit,
    relaxations,
    relaxed,
    solve_assigned,
)
from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.check_infeasible import check_infeasible
from taoli.engine.matching.core import conflict
from taoli.engine.matching.fill import fill
from taoli.engine.matching.first import first_allocation
from taoli.engine.matching.prepare import tabulate
from tests.engine.matching.cast import FREE, any_seating, mentor, ruled_rounds, student
from tests.engine.rounds import ROUNDS

some = settings(max_examples=ROUNDS, deadline=None, derandomize=True)


def price(problem: Problem, seats: dict[str, str]) -> int:
    """What must give way for this seating, priced by hand."""
    rules, classes = problem.rules, {one.id: one.class_id for one in problem.students}
    groups: dict[str, list[str]] = {one.id: [] for one in problem.mentors}
    for name, seat in seats.items():
        groups[seat].append(name)
    cost = 0
    for one in problem.mentors:
        group = groups[one.id]
        if one.absent and not group:
            continue
        if one.absent and len(group) > one.max:
            return 999
        cost += 6 if one.absent else max(len(group) - one.max, 0)
        cost += max(one.min - len(group), 0)
        if rules.teaches_class:
            loose = {classes[s] for s in group if rules.pinned.get(s, ("",))[0] != one.id}
            cost += 2 * len(loose - one.classes)
    if rules.max_classes_per_mentor is not None:
        most = max(len({classes[s] for s in group} - {""}) for group in groups.values())
        cost += 6 * max(most - rules.max_classes_per_mentor, 0)
    having = {one.id for one in problem.students if "k" in one.categories}
    for cap in rules.category_cap.values():
        cost += 4 * max(max(len(having & set(group)) for group in groups.values()) - cap, 0)
    cost += 3 * sum(seats.get(name) != pin for name, (pin, _why) in rules.pinned.items())
    for kept, same in ((rules.apart, True), (rules.together, False)):
        cost += 3 * sum(fewest_out(seats, bound & frozenset(seats), same=same) for bound in kept)
    return cost


def fewest_out(seats: dict[str, str], group: frozenset[str], *, same: bool) -> int:
    """How many must leave the group so that no two of the rest sit (not) together."""
    for size in range(len(group) + 1):
        for out in combinations(sorted(group), size):
            if not any((seats[a] == seats[b]) == same for a, b in combinations(sorted(group - set(out)), 2)):
                return size
    raise AssertionError


@some
@given(ruled_rounds(most=4))
def test_ways_out_help_and_the_first_is_the_cheapest(problem: Problem) -> None:
    ways = relaxations(problem)
    ids = [one.id for one in problem.students]
    every = (dict(zip(ids, choice, strict=True)) for choice in product("xyz", repeat=len(ids)))
    least = min(price(problem, seats) for seats in every)
    assert bool(ways) == bool(least) == (not any_seating(problem))
    assert [one.cost for one in ways] == sorted(one.cost for one in ways)
    for way in ways:
        assert any_seating(relaxed(problem, way.changes))
    if ways:
        assert ways[0].cost <= least
        codes = {change.code for change in ways[0].changes}
        assert ways[0].cost == least or "add_mentor" in codes
        assert len(ways) > 1 or _one_bound_alone(problem)


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(ruled_rounds(), st.integers(0, 3))
def test_every_certificate_counts_up(problem: Problem, size: int) -> None:
    ids = [one.id for one in problem.students]
    units = tuple(Unit(f"u{at}", tuple(ids[at : at + size])) for at in range(0, len(ids) if size else 0, size or 1))
    problem = replace(problem, units=units)
    outcome = solve_assigned(problem)
    if isinstance(outcome, Infeasible):
        assert check_infeasible(problem, outcome.findings) == ()


def test_a_core_is_a_conflict_from_which_no_rule_can_be_left_out() -> None:
    students = tuple(student(one) for one in "abcd")
    rules = Rules(None, together=(frozenset("abc"), frozenset("cd")), apart=(frozenset("ad"), frozenset("bd")))
    problem = Problem(students, (mentor("x", 4), mentor("y", 4)), rules)
    found = conflict(tabulate(problem))
    assert found[0] == Finding("rules_conflict", {"rules": ("apart", "together")})
    assert [one.code for one in found[1:]] == ["core_apart", "core_together", "core_together"]
    assert check_infeasible(problem, found) == ()


def test_every_sort_of_change_can_be_made() -> None:
    students = tuple(student(one, class_id="1") for one in "abc")
    taught = Rules(None, teaches_class=True)
    closed = Problem(students, (mentor("x", 3, classes=frozenset("2")), mentor("y", 3, 0)), taught)
    codes = {change.code for way in relaxations(closed, ways=5) for change in way.changes}
    assert {"open_class", "add_mentor"} <= codes
    away = Problem(students, (Mentor("x", max=3, min=1, absent=True),), FREE)
    assert {c.code for way in relaxations(away) for c in way.changes} == {"recall_mentor", "add_mentor"}
    unit = Problem(students, (mentor("x", 2), mentor("y", 2)), FREE, 0, (Unit("u", tuple("abc")),))
    assert {"raise_maximum", "split_unit"} <= {c.code for way in relaxations(unit) for c in way.changes}
    nobody = Problem((), (mentor("x", 1),), FREE)
    assert relaxations(nobody) == ()


def pupils() -> tuple[Any, ...]:
    key = frozenset("k")
    return tuple(student(one, class_id=room, categories=key) for one, room in zip("abc", "112", strict=True))


RULES = Rules(
    1,
    True,
    (frozenset("ab"),),
    (frozenset("bc"),),
    {"a": ("x", ""), "q": ("x", ""), "b": ("gone", "")},
    {"k": 1},
)
HERE = (mentor("x", 1, 2, classes=frozenset("1")), mentor("y", 1, classes=frozenset("2")), mentor("z", 1, absent=True))
PROBLEM = Problem(pupils(), HERE, RULES, 0, (Unit("u", ("a", "b")),))


@pytest.mark.parametrize(
    "planted",
    [
        Finding("seats_short", {"students": 3, "seats": 1, "short": 2}),
        Finding("minimum_too_high", {"minimum": 4, "students": 3, "excess": 1}),
        Finding("minimum_above_maximum", {"mentor": "y", "min": 0, "max": 1}),
        Finding("hall_seats", {"students": ("c",), "classes": ("2",), "mentors": ("y",), "seats": 0, "short": 1}),
        Finding("hall_seats", {"students": ("a",), "classes": ("1",), "mentors": ("x",), "seats": 0, "short": 1}),
        Finding("nobody_eligible", {"students": ("c",), "classes": ("2",), "mentors": (), "seats": 0, "short": 1}),
        Finding("hall_minimum", {"mentors": ("x",), "classes": ("1",), "minimum": 2, "students": 0, "excess": 2}),
        Finding(
            "category_seats_short",
            {"category": "k", "cap": 1, "students": ("c",), "mentors": ("y",), "seats": 0, "short": 1},
        ),
        Finding(
            "category_seats_short",
            {"category": "k", "cap": 1, "students": ("c",), "mentors": ("x",), "seats": 0, "short": 1},
        ),
        Finding("apart_seats_short", {"students": ("c",), "mentors": ("y",), "seats": 0, "short": 1}),
        Finding("apart_seats_short", {"students": ("b", "c"), "mentors": ("y",), "seats": 0, "short": 2}),
        Finding("together_too_large", {"students": ("b", "c"), "size": 2, "largest": 2}),
        Finding("together_and_apart", {"students": ("b", "c")}),
        Finding(
            "class_places_short",
            {"classes": ("2",), "mentors": ("y",), "limit": 1, "needed": 2, "places": 1, "short": 1},
        ),
        Finding("pinned_unknown_student", {"student": "a", "mentor": "x"}),
        Finding("pinned_unknown_mentor", {"student": "a", "mentor": "x"}),
        Finding("pinned_absent", {"student": "c", "mentor": "z"}),
        Finding("pinned_over_maximum", {"mentor": "x", "students": ("a",), "max": 0}),
        Finding("pinned_classes", {"mentor": "x", "classes": ("1", "2"), "limit": 1}),
        Finding("pinned_category", {"mentor": "x", "category": "k", "count": 2, "cap": 1}),
        Finding("pinned_apart", {"mentor": "x", "students": ("a", "b")}),
        Finding("pinned_together", {"students": ("b", "c"), "mentors": ("x", "y")}),
        Finding("core_apart", {"rule": 1, "students": ("a", "b")}),
        Finding("core_minimum", {"mentor": "x", "limit": 3}),
        Finding("core_unit", {"unit": "u", "students": ("a", "c")}),
        Finding("core_category_cap", {"category": "k", "limit": 2}),
        Finding("core_class_limit", {"limit": 2}),
        Finding("bad_luck", {}),
    ],
)
def test_a_planted_wrong_certificate_is_refused(planted: Finding) -> None:
    (wrong,) = check_infeasible(PROBLEM, [planted])
    assert wrong == Finding("count_wrong", {"code": planted.code, "finding": 0})


def test_no_reason_is_no_certificate() -> None:
    nothing = Finding("nothing_shown")
    assert check_infeasible(PROBLEM, []) == (nothing,)
    assert check_infeasible(PROBLEM, [Finding("search_limit", {"seconds": 1})]) == (nothing,)


def test_a_pinned_student_may_go_to_a_mentor_who_does_not_teach_the_class() -> None:
    """Pins are the recorded exception to eligibility; the round stays possible."""
    rules = Rules(None, teaches_class=True, pinned={"a": ("y", "coach")})
    problem = Problem(pupils()[:1], (mentor("x", 1, classes=frozenset("1")), mentor("y", 1)), rules)
    assert relaxations(problem) == ()


def test_classes_taught_and_groups_of_one_in_a_conflict() -> None:
    students = tuple(student(one, class_id="1") for one in "abc")
    mentors = (mentor("x", 2, classes=frozenset("1")), mentor("y", 3, classes=frozenset("2")))
    rules = Rules(None, teaches_class=True, apart=(frozenset("a"),))
    found = conflict(tabulate(Problem(students, mentors, rules)))
    assert found[0].params["rules"] == ("maximum", "teaches_class")
    assert found[1] == Finding("core_teaches_class", {})


def test_a_way_out_that_does_not_help_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem((student("a"), student("b")), (mentor("x", 1),), FREE)
    assert [one.cost for one in relaxations(problem, ways=2)] == [1, 6]
    monkeypatch.setattr("taoli.engine.matching.relax.solve_assigned", lambda _problem: Infeasible(()))
    assert relaxations(problem, ways=2) == ()


def _one_bound_alone(problem: Problem) -> bool:
    """Is there but one thing to change: a lone mentor, or a least number no seating could reach?"""
    present = [one for one in problem.mentors if not one.absent]
    return len(present) < 2 or any(one.min > min(one.max, len(problem.students)) for one in present)


def test_a_cap_on_a_category_is_lifted_as_the_way_says() -> None:
    problem = Problem((), (), Rules(category_cap={"left_behind": 1, "boarder": 2}))
    change = Finding("raise_category_cap", {"category": "left_behind", "old": 1, "new": 3})
    assert relaxed(problem, (change,)).rules.category_cap == {"left_behind": 3, "boarder": 2}


def test_a_class_is_opened_only_to_mentors_who_do_not_take_students_of_every_class() -> None:
    students = tuple(student(one, class_id="1") for one in "abc")
    anywhere = mentor("y", 1, classes=frozenset("2"), everywhere=True)
    short = Problem(students, (mentor("x", 3, classes=frozenset("2")), anywhere), Rules(None, teaches_class=True))
    ways = relaxations(short, ways=5)
    opened = [change.params["mentor"] for way in ways for change in way.changes if change.code == "open_class"]
    assert "x" in opened
    assert "y" not in opened


def test_a_class_limit_is_raised_by_the_number_that_is_named() -> None:
    limited = Problem((), (), Rules(1))
    assert relaxed(limited, (Finding("raise_class_limit", {"new": 2}),)).rules.max_classes_per_mentor == 2


def test_students_without_any_seat_stay_unseated_and_the_rest_are_seated() -> None:
    students = tuple(student(one, class_id=room) for one, room in (("a", "1"), ("b", "2")))
    problem = Problem(students, (mentor("x", 2, classes=frozenset("1")),), Rules(None, teaches_class=True))
    board = first_allocation(tabulate(problem))
    assert not fill(board)
    assert sorted(board.seat) == [NOWHERE, 0]
