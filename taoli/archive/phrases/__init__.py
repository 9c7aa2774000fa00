"""The words of the archive."""

from taoli.archive.phrases.aspects import entry_days, month_words, usual_aspects
from taoli.archive.phrases.goals import goal_label, goal_questions
from taoli.archive.phrases.prompts import prompts_for, readers_of
from taoli.archive.phrases.wording import hints_on

__all__ = [
    "entry_days",
    "goal_label",
    "goal_questions",
    "hints_on",
    "month_words",
    "prompts_for",
    "readers_of",
    "usual_aspects",
]
