"""A school's scheme held against its bureau's base, and what of the school's own goes along onto a base."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme.base import OFTEN, loosened
from taoli.engine.scheme.changes import Change, apply_changes, diff
from taoli.engine.scheme.errors import Problem, SchemeError
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.opening import OpenPoint, open_points

# Book-keeping of rules, and what is no value.
UNSAID = frozenset({"key", "sources", "clauses", "features", "not_modelled", "open"})


@dataclass(frozen=True, slots=True)
class Against:
    """`conflicts`: looser than what binds; `kept`: bound paths as the base has them; `tightened`: more than what binds;
    `filled`: what the base leaves open; `own`: what it leaves free; `open`: left open and not typed yet.
    """

    conflicts: tuple[Problem, ...]
    kept: tuple[str, ...]
    tightened: tuple[Change, ...]
    filled: tuple[Change, ...]
    own: tuple[Change, ...]
    open: tuple[OpenPoint, ...]


def against(base: Scheme, scheme: Scheme, binding: Sequence[str]) -> Against:
    """Return where the scheme stands. KeyError: a bound path that the base itself does not have."""
    conflicts = loosened(base, scheme, binding)
    changes = [one for one in diff(base, scheme) if not UNSAID & set(one.path.split("."))]
    to_fill = {point.path for point in open_points(base)}
    fair = [one for one in changes if not any(_touches(one.path, fault.path) for fault in conflicts)]
    bound = [one for one in fair if any(within(one.path, path) for path in binding)]
    filled = [one for one in fair if one.path in to_fill]
    return Against(
        conflicts=conflicts,
        kept=tuple(path for path in binding if not any(_touches(one.path, path) for one in changes)),
        tightened=tuple(one for one in bound if one not in filled),
        filled=tuple(filled),
        own=tuple(one for one in fair if one not in bound and one not in filled),
        open=tuple(point for point in open_points(scheme) if point.path in to_fill),
    )


def fitting(base: Scheme, changes: Mapping[str, Any], binding: Sequence[str]) -> dict[str, Any]:
    """Return of the changes (in the order in which they are applied) those that hold together on the base and loosen
    nothing it binds.
    """
    left = dict(changes)
    while left:
        faults = _faults(base, left, binding)
        if not faults:
            break
        fewer = {path: value for path, value in left.items() if not any(_touches(path, one) for one in faults)}
        left = fewer if len(fewer) < len(left) else {}
    return left


def within(path: str, whole: str) -> bool:
    """Say whether a path is another one or lies below it; how often is one thing, its times and its stretch."""
    parent, _dot, name = whole.rpartition(".")
    if name in OFTEN and path in {f"{parent}.{one}" for one in OFTEN}:
        return True
    return path == whole or path.startswith(f"{whole}.")


def _touches(path: str, other: str) -> bool:
    return within(path, other) or within(other, path)


def _faults(base: Scheme, changes: Mapping[str, Any], binding: Sequence[str]) -> list[str]:
    try:
        made = apply_changes(base, changes)
    except SchemeError as fault:
        return [problem.path for problem in fault.problems]
    return [problem.path for problem in loosened(base, made, binding)]
