"""Rehearsal (预演): a whole term of a scheme on a synthetic or copied roster, and what became of each rule."""

from taoli.engine.rehearsal.papers import Filled, filled
from taoli.engine.rehearsal.roster import synthetic
from taoli.engine.rehearsal.run import Asked, rehearse, staged
from taoli.engine.rehearsal.values import (
    Learner,
    Lived,
    Proof,
    Rehearsal,
    Roster,
    RuleResult,
    Stage,
    StepLog,
    Teacher,
    Week,
)

__all__ = [
    "Asked",
    "Filled",
    "Learner",
    "Lived",
    "Proof",
    "Rehearsal",
    "Roster",
    "RuleResult",
    "Stage",
    "StepLog",
    "Teacher",
    "Week",
    "filled",
    "rehearse",
    "staged",
    "synthetic",
]
