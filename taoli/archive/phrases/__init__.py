"""The words of the archive."""

from taoli.archive.phrases.aspects import usual_aspects
from taoli.archive.phrases.goals import goal_label, goal_questions

__all__ = ["goal_label", "goal_questions", "usual_aspects"]
