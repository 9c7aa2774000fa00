"""Mixed integer programmes, written row by row and solved by HiGHS through scipy, which is imported late."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

LIMIT = 1
SLACK = 1e-6


@dataclass(slots=True)
class Model:
    """Rows and columns of a programme while it is written; every column is at least 0."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[int] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def column(self, cost: float, upper: float, integer: int = 1) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.cost) - 1

    def line(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        self.entries += [(len(self.low), column, factor) for column, factor in terms]
        self.low.append(low)
        self.high.append(high)


@dataclass(frozen=True, slots=True)
class Answer:
    """`values`: the best found, None when nothing was; `bound`: nothing costs less; `stopped`: the time ran out."""

    values: list[float] | None
    cost: float
    bound: float
    stopped: bool


def solve(model: Model, *, gap: float, seconds: float, keep: Flags | None = None) -> Answer:
    """Least cost, up to this relative gap. `keep`: the columns that may be used at all."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not model.entries:
        empty = all(low <= 0 <= high for low, high in zip(model.low, model.high, strict=True))
        return Answer([0.0] * len(model.cost) if empty else None, 0.0, 0.0, stopped=False)
    used = np.ones(len(model.cost), dtype=bool) if keep is None else keep
    answer = milp(
        c=np.array(model.cost)[used],
        integrality=np.array(model.integer)[used],
        bounds=Bounds(0, np.array(model.upper)[used]),
        constraints=LinearConstraint(_matrix(model)[:, np.flatnonzero(used)], model.low, model.high),
        options={"time_limit": max(seconds, 0.0), "mip_rel_gap": gap},
    )
    stopped = answer.status == LIMIT
    if answer.x is None:
        return Answer(None, inf, -inf if stopped else inf, stopped=stopped)
    values = np.zeros(len(model.cost))
    values[used] = answer.x
    bound = answer.fun if answer.mip_dual_bound is None else answer.mip_dual_bound
    return Answer(values.tolist(), float(answer.fun), float(bound), stopped=stopped)


def solve_narrowed(model: Model, *, seconds: float) -> Answer:
    """The optimum of a programme whose costs are whole numbers, among the columns that can be part of one.

    The prices of the relaxation say how much dearer than its value every seating is that uses a column.
    Columns dearer than what has been found need not be looked at, which is proof and not guess.
    """
    end = time.monotonic() + seconds
    relaxed = _relax(model, seconds) if model.entries else None
    if relaxed is None:
        return solve(model, gap=0.0, seconds=end - time.monotonic())
    least, price = relaxed
    width = max(4.0, len(model.cost) / 2500)
    while True:
        keep = price <= width
        answer = solve(model, gap=0.0, seconds=end - time.monotonic(), keep=keep)
        outside = least + float(price[~keep].min()) if not keep.all() else inf
        bound = min(answer.bound, outside)
        if bound > answer.cost - 1 + SLACK or keep.all() or answer.stopped:
            return replace(answer, bound=max(bound, least))
        width = width * 8 if answer.values is None else answer.cost - least


def _relax(model: Model, seconds: float) -> tuple[float, Floats] | None:
    """Value of the relaxation and the price of each column above it; None when it has no answer in time."""
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    low, high = np.array(model.low), np.array(model.high)
    matrix = _matrix(model).tocsr()
    equal = low == high
    above, below = (low > -inf) & ~equal, (high < inf) & ~equal
    answer = linprog(
        c=model.cost,
        A_ub=vstack([matrix[below], -matrix[above]]),
        b_ub=np.concatenate([high[below], -low[above]]),
        A_eq=matrix[equal],
        b_eq=low[equal],
        bounds=np.column_stack([np.zeros(len(model.cost)), model.upper]),
        method="highs",
        options={"time_limit": max(seconds, 0.0)},
    )
    return (float(answer.fun), np.asarray(answer.lower.marginals)) if answer.status == 0 else None


def _matrix(model: Model) -> Any:
    from scipy.sparse import csc_array

    rows, columns, factors = zip(*model.entries, strict=True)
    return csc_array((factors, (rows, columns)), shape=(len(model.low), len(model.cost)))
