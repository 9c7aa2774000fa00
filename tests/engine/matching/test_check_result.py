"""Results are recounted; planted wrong ones are caught."""

from dataclasses import replace
from typing import Any

import pytest

from taoli.engine.matching import Matching, Problem, Rules, Unit, solve
from taoli.engine.matching.check_result import check_result
from tests.engine.matching.cast import matched, mentor, student

STUDENTS = (
    student("a", "x y", class_id="1", categories=frozenset("k")),
    student("b", "x y", class_id="1", categories=frozenset("k")),
    student("c", "y x", class_id="2"),
    student("d", class_id="2"),
    student("e", "x", class_id="1"),
)
MENTORS = (
    mentor("x", 3, 2, classes=frozenset("1")),
    mentor("y", 3, 2, classes=frozenset("2"), everywhere=True),
    mentor("z", 3, classes=frozenset("12"), absent=True),
)
RULES = Rules(
    2,
    teaches_class=True,
    apart=(frozenset("ab"),),
    together=(frozenset("cd"),),
    pinned={"e": ("x", "coach")},
    category_cap={"k": 1},
)
PROBLEM = Problem(STUDENTS, MENTORS, RULES, 3, (Unit("u", ("c", "d"), claimed_by=("y",)),))


@pytest.mark.parametrize(
    ("seats", "code"),
    [
        ({"a": "y", "b": "y"}, "apart_broken"),
        ({"c": "x", "d": "x"}, "not_eligible"),
        ({"d": "x"}, "together_broken"),
        ({"e": "y"}, "pin_broken"),
        ({"a": "z"}, "mentor_absent"),
        ({"a": "q"}, "unknown_mentor"),
        ({"q": "x"}, "unknown_student"),
        ({"a": "y", "b": "y", "e": "y"}, "over_maximum"),
        ({"a": "y", "b": "y", "e": "y"}, "under_minimum"),
        ({"a": "x", "b": "x"}, "category_over_cap"),
        ({"c": "x"}, "unit_split"),
    ],
)
def test_a_planted_wrong_seat_is_caught(seats: dict[str, str], code: str) -> None:
    result = matched(solve(PROBLEM, "ruled"))
    wrong = replace(result, seats={**result.seats, **seats})
    assert code in {one.code for one in check_result(PROBLEM, wrong)}


@pytest.mark.parametrize(
    ("mode", "said", "what"),
    [
        ("ruled", {"cost": 0}, "cost"),
        ("ruled", {"bound": 99}, "bound"),
        ("ruled", {"gap": 0.5}, "gap"),
        ("ruled", {"promise": "near_least_cost"}, "promise"),
        ("ruled", {"claims_served": 0}, "claims_served"),
        ("ruled", {"claims": 2}, "claims"),
        ("fair", {"broken_rules": 1}, "broken_rules"),
        ("fair", {"seed": 4}, "seed"),
        ("fair", {"promise": "stable", "justified_envy": 7}, "justified_envy"),
        ("fair", {"promise": "stable", "empty_seat_claims": 7}, "empty_seat_claims"),
    ],
)
def test_a_planted_wrong_certificate_is_caught(mode: str, said: dict[str, Any], what: str) -> None:
    result: Matching = matched(solve(PROBLEM, mode))
    assert check_result(PROBLEM, result) == ()
    wrong = replace(result, certificate=replace(result.certificate, **said))
    assert what in {one.params["what"] for one in check_result(PROBLEM, wrong)}


def test_a_planted_rank_or_count_is_caught() -> None:
    result = matched(solve(PROBLEM, "fair"))
    assert check_result(PROBLEM, replace(result, rank={**result.rank, "a": 3}))
    assert check_result(PROBLEM, replace(result, stats=replace(result.stats, first=5)))
