"""Reads of matching; what later steps call stands here under one name."""

from taoli.matching.queries.pairings import (
    RegisterRow,
    live_pairings,
    pairing_at,
    pairing_facts,
    pairings_of_mentor,
    register_rows,
)

__all__ = [
    "RegisterRow",
    "live_pairings",
    "pairing_at",
    "pairing_facts",
    "pairings_of_mentor",
    "register_rows",
]
