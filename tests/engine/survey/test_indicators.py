"""Shares of yes and their intervals, against printed values."""

import pytest

from taoli.engine.survey import Question, wilson, yes_share


def test_wilson_as_printed() -> None:
    """81 of 263: Newcombe 1998, table I, method 3: 0.2553 to 0.3662 (a population without end)."""
    found = wilson(81, 263, 10**12)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)
    nobody = wilson(0, 20, 10**12)
    assert (round(nobody.low, 4), round(nobody.high, 4)) == (0.0, 0.1611)


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    found = wilson(6, 8, 8)
    assert (found.share, found.low, found.high) == (0.75, 0.75, 0.75)
    assert wilson(6, 8, 3).population == 8


def test_half_of_a_population_counts_as_nearly_twice_as_many() -> None:
    """50 of 100: weight 50 × 99 ÷ 50 = 99."""
    found, other = wilson(25, 50, 100), wilson(99, 198, 10**12)
    assert found.low > wilson(25, 50, 10**12).low
    assert found.high - found.low == pytest.approx(0.1931, abs=0.001)
    assert other.high - other.low < found.high - found.low


def test_good_answers_are_summed() -> None:
    scale = Question(key="s", kind="scale", text="s", good=(4, 5))
    assert yes_share(scale, (1, 2, 3, 4, 5), 15, 15).share == 0.6
    choice = Question(key="c", kind="choice", text="c", options=("是", "否"), good=(0,))
    assert yes_share(choice, (3, 1), 4, 40).yes == 3
    many = Question(key="m", kind="many", text="m", options=("甲", "乙", "丙"), good=(1, 2))
    assert yes_share(many, (3, 1, 2), 4, 40).yes == 1
