"""Reads of the archive; what later steps call stands here under one name."""

from taoli.archive.queries.goals import MOST_GOALS, GoalRow, goals_of, open_goals

__all__ = [
    "MOST_GOALS",
    "GoalRow",
    "goals_of",
    "open_goals",
]
