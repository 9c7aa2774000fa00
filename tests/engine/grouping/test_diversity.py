from itertools import permutations

import numpy as np
import pytest

from taoli.engine.grouping import most_diverse
from taoli.engine.grouping.features import Ints, Reals
from tests.engine.rounds import ROUNDS


def drawn(size: int, seed: int) -> Reals:
    upper = np.triu(np.random.default_rng(seed).uniform(0, 100, (size, size)), 1)
    distances: Reals = upper + upper.T
    return distances


def inside(distances: Reals, group: Ints) -> float:
    return float(distances[group[:, None] == group].sum() / 2)


def test_the_sum_is_recounted_and_no_exchange_helps_on_five_hundred_instances() -> None:
    for seed in range(ROUNDS):
        distances = drawn(9, seed)
        group, value = most_diverse(distances, (4, 3, 2), seed=seed, rounds=3)
        assert np.bincount(group).tolist() == [4, 3, 2]
        assert value == pytest.approx(inside(distances, group))
        for one in range(9):
            for other in range(one):
                swapped = group.copy()
                swapped[[one, other]] = swapped[[other, one]]
                assert inside(distances, swapped) <= value + 1e-6


def test_small_ones_are_solved_to_the_optimum() -> None:
    for seed in range(20):
        distances = drawn(6, seed)
        best = max(inside(distances, np.array(group)) for group in set(permutations((0, 0, 0, 1, 1, 1))))
        assert most_diverse(distances, (3, 3), seed=seed, rounds=60)[1] == pytest.approx(best)


def test_a_longer_search_finds_more_and_the_same_for_the_same_seed() -> None:
    distances = drawn(60, 1)
    short, long = (most_diverse(distances, [10] * 6, seed=1, rounds=rounds) for rounds in (0, 200))
    assert long[1] > short[1] * 1.01
    assert most_diverse(distances, [10] * 6, seed=1, rounds=200)[0].tolist() == long[0].tolist()


def test_sizes_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="groups of 5 cannot be made of 6 members"):
        most_diverse(drawn(6, 1), (3, 2))
