"""What every exchange of two would change, as one matrix product.

The groups' unlikeness is the sum over groups of |T|² / s, T being the group's sum of features and s its size.
Exchanging i of one group with j of another changes it by
2 (x_j - x_i)·(T_i/s_i - T_j/s_j) + |x_j - x_i|² (1/s_i + 1/s_j),
which is bilinear in what is known of i and what is known of j. Within one group it is never negative.
"""

import numpy as np

from taoli.engine.grouping.features import Reals

WORTH_IT = 1e-9
ALONE = 4


def first_side(table: Reals, centre: Reals, share: Reals) -> Reals:
    """What is known of each as first of an exchange (… x members x 2 features + 4).

    `centre`: the mean of each one's group (… x members x features); `share`: 1 / its size (… x members).
    The changes are `first_side(…) @ second_of(first_side(…)).T`.
    """
    pull = 2 * (centre - share[..., None] * table)
    square = np.broadcast_to((table**2).sum(axis=-1), share.shape)
    alone = share * square - 2 * (table * centre).sum(axis=-1)
    rows = np.broadcast_to(table, centre.shape)
    rest = np.stack([alone, np.ones_like(alone), square, share], axis=-1)
    return np.concatenate([pull, rows, rest], axis=-1)


def second_of(first: Reals) -> Reals:
    """The same knowledge, as second of an exchange: pull meets features, alone meets one, square meets share."""
    width = (first.shape[-1] - ALONE) // 2
    order = [*range(width, 2 * width), *range(width), *(2 * width + place for place in (1, 0, 3, 2))]
    return np.take(first, order, axis=-1)
