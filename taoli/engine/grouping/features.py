"""K-plus features (Papenberg 2024): standardised attributes and their squared deviations.

Equal sums over groups then mean equal averages and equal spreads; variance alone would ruin the spreads. A
category is one feature a word, without squares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from taoli.engine.grouping.types import Member

Reals: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """`table`: members x features. `means`, `spreads`: the features of each attribute. `total`: sum of its numbers."""

    table: Reals
    means: tuple[list[int], ...]
    spreads: tuple[list[int], ...]
    total: Reals


def features(members: Sequence[Member], attributes: Sequence[str]) -> Features:
    """The features of the members; missing values are average, constants are 0."""
    columns: list[Reals] = []
    means, spreads = [], []
    total = np.zeros(len(members))
    for name in attributes:
        given = [one.values.get(name) for one in members]
        words = sorted({one for one in given if isinstance(one, str)})
        own = [_standard(np.array([float(one == word) for one in given])) for word in words] or [_numbers(given)]
        means.append([*range(len(columns), len(columns) + len(own))])
        columns += own
        spreads.append([] if words else [len(columns)])
        if not words:
            total += own[0]
            columns.append(_standard(own[0] ** 2))
    table = np.stack(columns, axis=1) if columns else np.zeros((len(members), 0))
    return Features(table, tuple(means), tuple(spreads), total)


def _numbers(given: Sequence[float | str | None]) -> Reals:
    raw = np.array([np.nan if one is None else float(one) for one in given])
    known = ~np.isnan(raw)
    mean = raw[known].mean() if known.any() else 0.0
    return _standard(np.where(known, raw, mean))


def _standard(column: Reals) -> Reals:
    if not column.size:
        return column
    centred = column - column.mean()
    deviation = float(np.sqrt((centred**2).mean()))
    # Below that it is rounding noise, seen from the size of the numbers.
    constant = deviation <= 1e-9 * max(float(np.abs(column).max()), 1.0)
    result: Reals = centred / (np.inf if constant else deviation)
    return result


def sums(table: Reals, group: Ints, count: int) -> Reals:
    """Sums of the features over each group (groups x features)."""
    total = np.zeros((count, table.shape[1]))
    np.add.at(total, group, table)
    return total


def shares(table: Reals, group: Ints, count: int) -> Reals:
    """For each feature the share of its sum of squares that lies between the groups, 0 to 1."""
    sizes = np.maximum(np.bincount(group, minlength=count), 1)[:, None]
    between: Reals = (sums(table, group, count) ** 2 / sizes).sum(axis=0) / max(len(table), 1)
    return between


def unlike(table: Reals, group: Ints, count: int) -> float:
    """The mean share over all features: what the search makes small."""
    return float(shares(table, group, count).mean()) if table.shape[1] else 0.0
