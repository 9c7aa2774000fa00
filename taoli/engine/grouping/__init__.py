"""Study groups that are alike among each other: pure functions, the same groups for the same seed."""

from taoli.engine.grouping.check import check
from taoli.engine.grouping.deals import layers_by_ratio, serpentine
from taoli.engine.grouping.diversity import most_diverse
from taoli.engine.grouping.features import Reals
from taoli.engine.grouping.make import make_groups
from taoli.engine.grouping.types import Balance, Finding, Groups, Impossible, Member, Outcome, Rules

__all__ = [
    "Balance",
    "Finding",
    "Groups",
    "Impossible",
    "Member",
    "Outcome",
    "Reals",
    "Rules",
    "check",
    "layers_by_ratio",
    "make_groups",
    "most_diverse",
    "serpentine",
]
