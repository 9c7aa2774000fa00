"""K-plus features (Papenberg 2024): standardised attributes and their squared deviations.

Equal sums over groups then mean equal averages and equal spreads; variance alone would ruin the spreads.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from taoli.engine.grouping.types import Member

Reals: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]


def features(members: Sequence[Member], attributes: Sequence[str]) -> Reals:
    """One row per member: the standardised attributes, then their standardised squares; constants are 0."""
    raw = np.array(
        [[one.values.get(name, np.nan) for name in attributes] for one in members], dtype=np.float64
    ).reshape(len(members), len(attributes))
    known = ~np.isnan(raw)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, raw, 0).sum(axis=0) / count
    scaled = _standard(np.where(known, raw, mean))
    return np.hstack([scaled, _standard(scaled**2)])


def _standard(columns: Reals) -> Reals:
    if not columns.size:
        return columns
    centred = columns - columns.mean(axis=0)
    deviation = np.sqrt((centred**2).mean(axis=0))
    scale = np.where(deviation > 1e-9, deviation, np.inf)  # noqa: PLR2004 - below that it is rounding noise
    result: Reals = centred / scale
    return result


def sums(table: Reals, group: Ints, count: int) -> Reals:
    """Sums of the features over each group (groups × features)."""
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
