"""Mode "ruled": the optimum by brute force, claims, explanations, time limits."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching import (
    MODES,
    Infeasible,
    Mentor,
    Problem,
    Rules,
    Student,
    Unit,
    Weights,
    explain_student,
    programme,
    solve,
    solve_ruled,
)
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.programme import Answer, Model
from tests.engine.matching.cast import FREE, hard, impossible, matched, mentor, ruled_rounds, student

many = settings(max_examples=500, deadline=None, derandomize=True)


@st.composite
def soft_rounds(draw: Any) -> Problem:
    """Small rounds under every rule, every soft wish at work, sometimes in units that are claimed or wish."""
    problem: Problem = draw(ruled_rounds(most=4))
    weights = Weights(*(draw(st.sampled_from([0, 1, 3])) for _weight in range(7)))
    students = [
        replace(one, layer=draw(st.sampled_from(["", "u", "l"])), same_gender=draw(st.booleans()))
        for one in problem.students
    ]
    mentors = [
        replace(
            one,
            gender=draw(st.sampled_from(["", "f", "m"])),
            everywhere=draw(st.booleans()),
            absent=False,
            min=0,
            max=one.max + 1,
            marks=draw(st.dictionaries(st.sampled_from("abcde"), st.sampled_from(["first", "fine"]), max_size=2)),
        )
        for one in problem.mentors
    ]
    rules = replace(problem.rules, weights=weights)
    return Problem((*students,), (*mentors,), rules, problem.seed, draw(units([one.id for one in students])))


@st.composite
def units(draw: Any, ids: list[str]) -> tuple[Unit, ...]:
    size = draw(st.integers(0, 3))
    claims = st.lists(st.sampled_from("xyzq"), max_size=2, unique=True).map(tuple)
    wishes = st.sampled_from([(), (("x",), ("y",)), (("z", "y"),)])
    return tuple(
        Unit(f"u{at}", (*ids[at : at + size], "?"), "1", draw(st.sampled_from("xq")), draw(claims), draw(wishes))
        for at in range(0, len(ids) if size else 0, size or 1)
    )


def seatings(problem: Problem) -> list[dict[str, str]]:
    """Every seating that keeps the hard rules."""
    ids = [one.id for one in problem.students]
    every = (dict(zip(ids, choice, strict=True)) for choice in product("xyz", repeat=len(ids)))
    return [seats for seats in every if not hard(problem, seats)]


def served(problem: Problem, seats: dict[str, str]) -> int:
    return sum(any(seats.get(one) in unit.claimed_by for one in unit.student_ids) for unit in problem.units)


def with_wishes(problem: Problem) -> Problem:
    of = {one: unit.wishes for unit in problem.units if unit.wishes for one in unit.student_ids}
    return replace(problem, students=tuple(replace(one, wishes=of.get(one.id, one.wishes)) for one in problem.students))


@many
@given(soft_rounds())
def test_the_least_cost_of_all_seatings_that_serve_the_most_claims(problem: Problem) -> None:
    possible = seatings(problem)
    result = solve_ruled(problem)
    if isinstance(result, Infeasible):
        assert not possible
        return
    seats = dict(result.seats)
    assert hard(problem, seats) == []
    most = max(served(problem, one) for one in possible)
    least = min(soft_cost(with_wishes(problem), one) for one in possible if served(problem, one) == most)
    certificate = result.certificate
    assert (certificate.cost, certificate.bound, certificate.gap) == (least, least, 0)
    assert certificate.cost == soft_cost(with_wishes(problem), seats)
    assert (certificate.promise, certificate.broken_rules) == ("least_cost", 0)
    assert certificate.claims_served == served(problem, seats) == most


@many
@given(soft_rounds(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter_in_mode_ruled(problem: Problem, chance: Any) -> None:
    students, mentors = list(problem.students), list(problem.mentors)
    chance.shuffle(students)
    chance.shuffle(mentors)
    shuffled = replace(problem, students=tuple(students), mentors=tuple(mentors))
    assert solve_ruled(shuffled) == solve_ruled(problem)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(soft_rounds())
def test_units_are_served_as_often_as_any_seating_can_in_every_mode(problem: Problem) -> None:
    possible = seatings(problem)
    for mode in ("fair", "assigned"):
        result = solve(problem, mode)
        if isinstance(result, Infeasible):
            assert not possible
            continue
        seats = dict(result.seats)
        assert hard(problem, seats) == []
        assert result.certificate.broken_rules == 0
        assert served(problem, seats) == max(served(problem, one) for one in possible)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(soft_rounds())
def test_a_students_own_explanation_names_nobody_else_and_no_mark(problem: Problem) -> None:
    new = {one.id: f"pupil-{one.id}" for one in problem.students}
    rules = replace(
        problem.rules,
        apart=tuple(frozenset(new[one] for one in group) for group in problem.rules.apart),
        together=tuple(frozenset(new[one] for one in group) for group in problem.rules.together),
        pinned={new[one]: pin for one, pin in problem.rules.pinned.items()},
    )
    problem = Problem(
        tuple(replace(one, id=new[one.id]) for one in problem.students),
        tuple(
            replace(one, marks={new.get(name, name): mark for name, mark in one.marks.items()})
            for one in problem.mentors
        ),
        rules,
        problem.seed,
        tuple(
            replace(one, student_ids=tuple(new.get(name, name) for name in one.student_ids)) for one in problem.units
        ),
    )
    for mode in MODES:
        result = solve(problem, mode)
        if isinstance(result, Infeasible):
            continue
        for one in new.values():
            for finding in explain_student(problem, result, one):
                told = [part for value in finding.params.values() for part in _parts(value)]
                assert not set(told) & set(new.values())
                assert not set(told) & {"first", "fine", "marked"}
                assert not {"claims", "marks", "note", "student", "over"} & set(finding.params)


def _parts(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_each_soft_wish_is_kept_where_it_costs_nothing_else() -> None:
    students = (
        Student("a", "1", "f", "u", wishes=(("x",), ("y",)), same_gender=True),
        Student("b", "1", "m", "u", wishes=(("x",), ("y",))),
        Student("c", "2", "m", "l"),
        Student("d", "2", "f", "l"),
    )
    mentors = (Mentor("x", 1, max=2, gender="m", marks={"b": "first"}), Mentor("y", 1, max=2, gender="f"))
    result = matched(solve_ruled(Problem(students, mentors, FREE)))
    assert result.seats["a"] == "y"
    assert result.seats["b"] == "x"
    spread = replace(FREE, weights=Weights(0, 0, 0, 0, 0, 1, 0))
    result = matched(solve_ruled(Problem(students, mentors, spread)))
    assert (result.seats["a"] == result.seats["b"], result.certificate.cost) == (True, 0)


def test_when_the_time_is_over_the_best_found_is_kept_with_its_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    students = tuple(student(one, "x y") for one in "abcd")
    problem = Problem(students, (mentor("x", 2), mentor("y", 2)), Rules(None, together=(frozenset("ab"),)))

    def nothing(model: Model, **_more: Any) -> Answer:
        return Answer(None, float("inf"), -30.0, stopped=True)

    monkeypatch.setattr("taoli.engine.matching.ruled.solve_narrowed", nothing)
    result = matched(solve_ruled(problem))
    assert hard(problem, dict(result.seats)) == []
    assert (result.certificate.promise, result.certificate.bound) == ("near_least_cost", 32 - 30)
    unlucky = replace(problem, mentors=(mentor("x", 2, 1), mentor("y", 2, 1)), students=students[:2])
    assert impossible(solve_ruled(unlucky))[0].code == "rules_conflict"


def test_the_search_widens_until_nothing_left_out_can_be_better(monkeypatch: pytest.MonkeyPatch) -> None:
    real = programme._relax

    def dear(model: Model, seconds: float) -> Any:
        found = real(model, seconds)
        return found and (found[0] - 100, np.arange(len(found[1])) % 2 * 50.0)

    monkeypatch.setattr(programme, "_relax", dear)
    problem = Problem((student("a", "x"), student("b", "x")), (mentor("x", 1), mentor("y", 1)), FREE)
    assert matched(solve_ruled(problem)).certificate.cost == 4


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(KeyError):
        solve(Problem((), ()), "first_come")
    assert matched(solve(Problem((), ()), "ruled")).certificate.cost == 0


def test_a_wish_outweighed_says_what_it_would_have_cost_or_which_minimum_held() -> None:
    students = (student("a", "x", layer="u"), student("b", "x", layer="u"), student("c"), student("d"))
    fair = Rules(None, weights=Weights(rank=1, layer=9))
    problem = Problem(students, (mentor("x", 4), mentor("y", 4)), fair)
    result = matched(solve_ruled(problem))
    (loser,) = (one for one in "ab" if result.seats[one] == "y")
    assert explain_student(problem, result, loser)[0].params == {
        "mentor": "x",
        "rank": 1,
        "rule": "least_cost",
        "dearer": 8,
    }
    held = replace(problem, mentors=(mentor("x", 4), mentor("y", 4, 3)))
    result = matched(solve_ruled(held))
    loser = next(one for one in "ab" if result.seats[one] == "y")
    assert explain_student(held, result, loser)[0].params["rule"] == "minimum_loads"
    full = replace(problem, mentors=(mentor("x", 1), mentor("y", 4)))
    result = matched(solve_ruled(full))
    loser = next(one for one in "ab" if result.seats[one] == "y")
    assert explain_student(full, result, loser)[0].params["decided"] == "least_cost"
