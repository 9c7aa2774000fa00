"""A release as JSON: node → a short list."""

from collections.abc import Mapping, Sequence
from typing import Any

from taoli.engine.release.deeds import Amount
from taoli.engine.release.figures import Figure


def dump(told: Mapping[str, Figure]) -> dict[str, list[int]]:
    """Return node → [low, high, of, 1 if stale]."""
    return {key: [one.low, one.high, one.of, int(one.stale)] for key, one in told.items()}


def load(rows: Mapping[str, Sequence[int]]) -> dict[str, Figure]:
    """Return what `dump` was given. ValueError: a row of another length."""
    return {key: Figure(low, high, of, bool(stale)) for key, (low, high, of, stale) in rows.items()}


def dump_amounts(told: Mapping[str, Amount]) -> dict[str, list[Any]]:
    """Return node → [amounts or None, people, of, 1 if stale]."""
    return {
        key: [None if one.amounts is None else list(one.amounts), one.people, one.of, int(one.stale)]
        for key, one in told.items()
    }


def load_amounts(rows: Mapping[str, Sequence[Any]]) -> dict[str, Amount]:
    """Return what `dump_amounts` was given. ValueError: a row of another length."""
    return {
        key: Amount(None if amounts is None else tuple(amounts), people, of, bool(stale))
        for key, (amounts, people, of, stale) in rows.items()
    }
