"""Matching students with mentors: pure functions from a problem to a matching or to the reason why not."""

from taoli.engine.matching.assigned import solve_assigned
from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.explain import explain_mentor, explain_student
from taoli.engine.matching.fair import solve_fair
from taoli.engine.matching.moves import best_exchange, try_move
from taoli.engine.matching.prepare import lottery_places
from taoli.engine.matching.relax import relaxations, relaxed
from taoli.engine.matching.ruled import solve_ruled
from taoli.engine.matching.solve import MODES, solve
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
    Relaxation,
    Rules,
    Stats,
    Student,
    Unit,
    Weights,
)

__all__ = [
    "MODES",
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
    "Relaxation",
    "Rules",
    "Stats",
    "Student",
    "Unit",
    "Weights",
    "best_exchange",
    "check",
    "explain_mentor",
    "explain_student",
    "lottery_places",
    "relaxations",
    "relaxed",
    "solve",
    "solve_assigned",
    "solve_fair",
    "solve_ruled",
    "try_move",
]
