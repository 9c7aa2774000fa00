"""Matching students with mentors: pure functions from a problem to a matching or to the reason why not."""

from taoli.engine.matching.assigned import solve_assigned
from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.compare import compare
from taoli.engine.matching.explain import explain_mentor, explain_student
from taoli.engine.matching.fair import solve_fair
from taoli.engine.matching.moves import best_exchange, try_move
from taoli.engine.matching.prepare import lottery_places
from taoli.engine.matching.proof import check_prices, rank_bound, total_cost
from taoli.engine.matching.relax import relaxations, relaxed
from taoli.engine.matching.rematch import dial, rematch
from taoli.engine.matching.ruled import solve_ruled
from taoli.engine.matching.satisfied import solve_most_satisfied
from taoli.engine.matching.solve import MODES, solve
from taoli.engine.matching.types import (
    Certificate,
    Change,
    Comparison,
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
    Step,
    Student,
    Unit,
    Weights,
)

__all__ = [
    "MODES",
    "PROMISE_CODES",
    "Certificate",
    "Change",
    "Comparison",
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
    "Step",
    "Student",
    "Unit",
    "Weights",
    "best_exchange",
    "check",
    "check_prices",
    "compare",
    "dial",
    "explain_mentor",
    "explain_student",
    "lottery_places",
    "rank_bound",
    "relaxations",
    "relaxed",
    "rematch",
    "solve",
    "solve_assigned",
    "solve_fair",
    "solve_most_satisfied",
    "solve_ruled",
    "total_cost",
    "try_move",
]
