"""When an adult should look: transparent rules over dated facts. No score of a child, no order among children."""

from taoli.engine.signals.facts import Absence, Concern, Finding, Rule, Sensitivity, StudentFacts
from taoli.engine.signals.rules import findings, window
from taoli.engine.signals.standing import Change, Cohort, Direction, change_of, cohort_of, overall, standing

__all__ = [
    "Absence",
    "Change",
    "Cohort",
    "Concern",
    "Direction",
    "Finding",
    "Rule",
    "Sensitivity",
    "StudentFacts",
    "change_of",
    "cohort_of",
    "findings",
    "overall",
    "standing",
    "window",
]
