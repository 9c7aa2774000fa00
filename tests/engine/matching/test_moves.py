from dataclasses import replace

import pytest

from taoli.engine.matching import Exchange, Finding, Problem, Rules, best_exchange, lottery_places, try_move
from tests.engine.matching.cast import FREE, mentor, student

PROBLEM = Problem(
    (
        student("a", "x", class_id="1"),
        student("b", "x y", class_id="1"),
        student("c", class_id="2"),
        student("d", class_id="3"),
    ),
    (mentor("x", 2), mentor("y", 2, 1), mentor("z", 4)),
    FREE,
    1,
)
SEATS = {"a": "x", "b": "x", "c": "y", "d": "z"}


def test_a_move_that_breaks_nothing_has_no_findings() -> None:
    assert try_move(PROBLEM, SEATS, "d", "y") == ()


def test_a_move_says_what_it_newly_breaks_and_by_how_much() -> None:
    over, under = try_move(PROBLEM, SEATS, "c", "x")
    assert over == Finding("over_maximum", {"mentor": "x", "load": 3, "max": 2, "by": 1})
    assert under == Finding("under_minimum", {"mentor": "y", "load": 0, "min": 1, "by": 1})


def test_what_was_broken_before_counts_only_when_it_gets_worse() -> None:
    seats = {**SEATS, "c": "x"}
    assert [one.code for one in try_move(PROBLEM, seats, "c", "z")] == []
    (worse,) = try_move(PROBLEM, seats, "d", "x")
    assert worse == Finding("over_maximum", {"mentor": "x", "load": 4, "max": 2, "by": 2})


def test_a_move_away_from_a_wish_opens_a_claim() -> None:
    assert try_move(PROBLEM, SEATS, "b", "y") == (Finding("empty_seat_claim", {"student": "b", "mentor": "x"}),)


def test_a_move_past_an_earlier_turn_is_justified_envy() -> None:
    first, last = sorted("ab", key=lottery_places(PROBLEM).__getitem__)
    seats = {first: "x", "c": "x", last: "z", "d": "z"}
    exchange = best_exchange(PROBLEM, {**seats, "c": "y", "d": "x"}, last, "x")
    assert exchange is not None
    assert exchange.partner_id == "d"
    alone = replace(PROBLEM, mentors=(mentor("x", 1), mentor("y", 2), mentor("z", 4)))
    found = try_move(alone, {first: "z", "c": "y", "d": "y", last: "y"}, last, "x")
    assert Finding("justified_envy", {"student": first, "mentor": "x", "over": last}) in found


def test_rules_between_mentors_are_watched_too() -> None:
    problem = replace(PROBLEM, rules=Rules(None, together=(frozenset("cd"),), pinned={"a": ("x", "why")}))
    seats = {**SEATS, "d": "y"}
    (split,) = try_move(problem, seats, "d", "z")
    assert split.code == "together_broken"
    codes = [one.code for one in try_move(problem, seats, "a", "z")]
    assert codes == ["pin_broken"]


def test_a_student_without_a_seat_may_be_placed() -> None:
    seats = {one: SEATS[one] for one in "abc"}
    assert try_move(PROBLEM, seats, "d", "z") == ()


@pytest.mark.parametrize(("one", "to"), [("q", "x"), ("a", "q")])
def test_unknown_ids_are_refused(one: str, to: str) -> None:
    with pytest.raises(KeyError, match="q"):
        try_move(PROBLEM, SEATS, one, to)


def test_the_best_exchange_breaks_least_and_then_costs_the_fewest_ranks() -> None:
    """d wants to x: b has y as second wish but comes from z, where neither a nor b wished to be."""
    assert best_exchange(PROBLEM, SEATS, "d", "x") == Exchange("d", "a", 1, ())
    assert best_exchange(PROBLEM, SEATS, "c", "x") == Exchange("c", "a", 1, ())
    second = replace(PROBLEM, students=(student("a", "x q r"), *PROBLEM.students[1:]))
    assert best_exchange(second, SEATS, "c", "x") == Exchange("c", "b", 1, ())


def test_an_exchange_shows_the_rules_it_would_break() -> None:
    problem = replace(PROBLEM, rules=Rules(1))
    exchange = best_exchange(problem, SEATS, "d", "x")
    assert exchange is not None
    assert [one.code for one in exchange.findings] == ["too_many_classes"]


def test_nobody_to_exchange_with() -> None:
    pinned = replace(PROBLEM, rules=Rules(None, pinned={"c": ("y", "why")}))
    assert best_exchange(pinned, SEATS, "a", "y") is None
    assert best_exchange(PROBLEM, SEATS, "c", "y") is None
