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
    Matching,
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
from taoli.engine.matching.check_infeasible import check_infeasible
from taoli.engine.matching.check_result import check_result
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.programme import Answer, Model
from tests.engine.matching.cast import FREE, hard, impossible, matched, mentor, ruled_rounds, student
from tests.engine.matching.oracle import shuffled
from tests.engine.rounds import ROUNDS


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


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(soft_rounds(), st.randoms(use_true_random=False))
def test_what_every_mode_promises_holds_against_every_seating(problem: Problem, chance: Any) -> None:
    """One solve of each mode for all that is asked of its result."""
    possible = seatings(problem)
    for mode in MODES:
        result = solve(problem, mode)
        if isinstance(result, Infeasible):
            assert not possible, mode
            assert check_infeasible(problem, result.findings) == (), mode
            continue
        seats = dict(result.seats)
        assert hard(problem, seats) == [], mode
        most = max(served(problem, one) for one in possible)
        assert served(problem, seats) == result.certificate.claims_served == most, mode
        assert check_result(problem, result) == (), mode
        _names_nobody_else_and_no_mark(problem, result)
        if mode == "ruled":
            least = min(soft_cost(with_wishes(problem), one) for one in possible if served(problem, one) == most)
            certificate = result.certificate
            assert (certificate.cost, certificate.bound, certificate.gap) == (least, least, 0)
            assert soft_cost(with_wishes(problem), seats) == least
            assert certificate.promise == "least_cost"
            assert solve_ruled(shuffled(problem, chance)) == result


def _names_nobody_else_and_no_mark(problem: Problem, result: Matching) -> None:
    """A student's own explanation; ids of students are letters that no other value of a finding is."""
    names = {one.id for one in problem.students}
    for one in names:
        for finding in explain_student(problem, result, one):
            told = {part for value in finding.params.values() for part in _parts(value)}
            assert not told & (names | {"first", "fine", "marked", "why"})
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
