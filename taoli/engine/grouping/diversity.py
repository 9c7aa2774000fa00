"""Groups whose members are as different as can be: the largest sum of distances inside the groups (MDGP).

Iterated search in the spirit of Lai & Hao (2016): improve by exchanges, shake, improve again, and take the new
partition while it is not much worse; now and then go back to the best.
"""

from collections.abc import Sequence

import numpy as np

from taoli.engine.grouping.features import Ints, Reals

ROUNDS = 400
PATIENCE = 40
WORTH_IT = 1e-9


def most_diverse(distances: Reals, sizes: Sequence[int], *, seed: int = 0, rounds: int = ROUNDS) -> tuple[Ints, float]:
    """The group of every member and the sum of distances inside the groups.

    `distances`: symmetric, members x members, 0 on the diagonal. Raises ValueError when sizes do not add up.
    """
    if sum(sizes) != len(distances):
        raise ValueError(f"groups of {sum(sizes)} cannot be made of {len(distances)} members")
    chance = np.random.default_rng(seed)
    group = chance.permutation(np.repeat(np.arange(len(sizes)), sizes))
    current = improve_diversity(distances, group, len(sizes))
    best, best_group, idle = current, group.copy(), 0
    shakes = max(len(group) // 30, 2)
    for _round in range(rounds):
        trial = group.copy()
        one, other = chance.choice(len(group), (2, min(shakes, len(group) // 2)), replace=False)
        trial[one], trial[other] = trial[other], trial[one]
        value = improve_diversity(distances, trial, len(sizes))
        if value > best + WORTH_IT:
            best, best_group, idle = value, trial.copy(), 0
        else:
            idle += 1
        if value > current - WORTH_IT or chance.random() < 1 / PATIENCE:
            group, current = trial, value
        if idle > PATIENCE:
            group, current, idle = best_group.copy(), best, 0
    return best_group, best


def improve_diversity(distances: Reals, group: Ints, count: int) -> float:
    """Exchange members while it helps, `group` being changed; the sum of distances inside the groups at the end."""
    rows = np.arange(len(group))
    to = distances @ (group[:, None] == np.arange(count))
    while True:
        own = to[rows, group]
        gain = np.take(to, group, axis=1) - own[:, None]
        gain = gain + gain.T - 2 * distances
        partner = gain.argmax(axis=1)
        value = gain[rows, partner]
        order = np.argsort(-value, kind="stable")
        taken = np.zeros(count, dtype=bool)
        for one in order[value[order] > WORTH_IT].tolist():
            other = int(partner[one])
            here, there = int(group[one]), int(group[other])
            if not (taken[here] or taken[there]):
                taken[[here, there]] = True
                step = distances[other] - distances[one]
                to[:, here] += step
                to[:, there] -= step
                group[one], group[other] = there, here
        if not taken.any():
            return float(to[rows, group].sum() / 2)
