"""Rehearsal (预演): a whole term of a scheme on a synthetic or copied roster, and what became of each rule."""

from taoli.engine.rehearsal.area import area_used
from taoli.engine.rehearsal.papers import Filled, filled
from taoli.engine.rehearsal.roster import synthetic
from taoli.engine.rehearsal.run import Asked, rehearse, staged, told
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
from taoli.engine.rehearsal.year import AUTUMN, sample_year

__all__ = [
    "AUTUMN",
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
    "area_used",
    "filled",
    "rehearse",
    "sample_year",
    "staged",
    "synthetic",
    "told",
]
