"""What the archive keeps: goals, notes for the student alone, codes of a lesson."""

from taoli.archive.models.codes import SeatCode
from taoli.archive.models.goals import GOAL_MOVES, Goal, GoalStep
from taoli.archive.models.notes import SealedNote

__all__ = ["GOAL_MOVES", "Goal", "GoalStep", "SealedNote", "SeatCode"]
