"""Matching students with mentors: pure functions from a problem to a matching or to the reason why not."""

from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.fair import solve_fair
from taoli.engine.matching.prepare import lottery_places
from taoli.engine.matching.types import (
    Certificate,
    Exchange,
    Finding,
    Infeasible,
    Matching,
    Mentor,
    Move,
    Outcome,
    Problem,
    Reason,
    Rules,
    Stats,
    Student,
    Unit,
)

__all__ = [
    "PROMISE_CODES",
    "Certificate",
    "Exchange",
    "Finding",
    "Infeasible",
    "Matching",
    "Mentor",
    "Move",
    "Outcome",
    "Problem",
    "Reason",
    "Rules",
    "Stats",
    "Student",
    "Unit",
    "check",
    "lottery_places",
    "solve_fair",
]
