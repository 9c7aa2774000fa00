"""Who reaches what of the archive; data levels. One file a noun."""

from taoli.archive.permissions.entries import ENTRY, OWN_ENTRY, STORY
from taoli.archive.permissions.evaluations import EVALUATION, TAUGHT
from taoli.archive.permissions.exams import EXAM, SCORES
from taoli.archive.permissions.goals import GOALS, NOTE, SHEETS

__all__ = [
    "ENTRY",
    "EVALUATION",
    "EXAM",
    "GOALS",
    "NOTE",
    "OWN_ENTRY",
    "SCORES",
    "SHEETS",
    "STORY",
    "TAUGHT",
]
