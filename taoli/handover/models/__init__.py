"""What handover keeps: changes of year, who left, what graduates take along."""

from taoli.handover.models.graduation import GraduationBundle, TakeAlong
from taoli.handover.models.leaving import Leaving
from taoli.handover.models.years import YEAR_CHANGE_MOVES, YearChange, YearClass, YearException

__all__ = [
    "YEAR_CHANGE_MOVES",
    "GraduationBundle",
    "Leaving",
    "TakeAlong",
    "YearChange",
    "YearClass",
    "YearException",
]
