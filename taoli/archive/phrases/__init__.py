"""The words of the archive."""

from taoli.archive.phrases.goals import goal_label, goal_questions

__all__ = ["goal_label", "goal_questions"]
