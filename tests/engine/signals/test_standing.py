import random

import pytest

from taoli.engine.signals import Change, Cohort, Direction, change_of, cohort_of, overall, standing
from tests.engine.rounds import ROUNDS


def test_a_cohort_has_number_mean_and_spread() -> None:
    assert cohort_of([]) == Cohort(0, 0.0, 0.0)
    assert cohort_of([60, 80]) == Cohort(2, 70.0, 10.0)


def test_a_standing_is_the_distance_from_the_mean_in_spreads() -> None:
    assert standing(80, Cohort(40, 70, 5)) == pytest.approx(2)


@pytest.mark.parametrize("cohort", [Cohort(4, 70, 5), Cohort(40, 70, 0)])
def test_a_small_cohort_or_one_without_spread_says_nothing(cohort: Cohort) -> None:
    assert standing(80, cohort) is None


def test_an_exam_is_the_mean_over_its_subjects() -> None:
    assert overall([1.0, None, 0.0]) == pytest.approx(0.5)
    assert overall([None]) is None


@pytest.mark.parametrize(("past", "now"), [([0.1, 0.2], 0.1), ([0.1, 0.2, 0.3], None), ([], 1.0)])
def test_fewer_than_three_earlier_results_say_nothing_yet(past: list[float], now: float | None) -> None:
    assert change_of(past, now).direction == Direction.UNKNOWN


@pytest.mark.parametrize(
    ("now", "word"),
    [(2.0, Direction.HIGHER), (-2.0, Direction.LOWER), (0.4, Direction.STEADY), (-0.4, Direction.STEADY)],
)
def test_a_result_beyond_the_own_spread_is_a_change(now: float, word: Direction) -> None:
    assert change_of([0.5, 0.0, -0.5], now).direction == word


def test_a_very_steady_student_is_not_marked_for_noise() -> None:
    assert change_of([0.5, 0.5, 0.5], 0.3).direction == Direction.STEADY
    assert change_of([0.5, 0.5, 0.5], 0.1).direction == Direction.LOWER


def test_only_the_last_eight_results_count() -> None:
    assert change_of([9.0] * 5 + [0.1, -0.1] * 4, 0.1) == change_of([0.1, -0.1] * 4, 0.1)


def test_how_many_own_spreads_a_change_is() -> None:
    assert Change(Direction.LOWER, -1.0, 0.5, 3).times == pytest.approx(2)
    assert Change(Direction.UNKNOWN).times == 0


def test_a_harder_exam_and_other_full_marks_change_no_word() -> None:
    chance = random.Random(7)  # noqa: S311 repeatable
    for _round in range(ROUNDS):
        marks = [chance.uniform(20, 100) for _each in range(30)]
        factor, less = chance.uniform(0.5, 2), chance.uniform(-20, 20)
        other = [factor * one + less for one in marks]
        past = [chance.gauss(0, 1) for _each in range(chance.randint(0, 9))]
        one, two = standing(marks[0], cohort_of(marks)), standing(other[0], cohort_of(other))
        assert one == pytest.approx(two)
        assert change_of(past, one).direction == change_of(past, two).direction


def test_turning_everything_round_turns_the_word_round() -> None:
    chance = random.Random(8)  # noqa: S311 repeatable
    swap = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    for _round in range(ROUNDS):
        past = [chance.gauss(0, 1) for _each in range(chance.randint(0, 9))]
        now = chance.gauss(0, 2)
        here, there = change_of(past, now).direction, change_of([-one for one in past], -now).direction
        assert there == swap.get(here, here)
