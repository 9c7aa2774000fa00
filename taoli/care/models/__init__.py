"""What care keeps: cases with their steps and plans, conferences and what they decided."""

from taoli.care.models.agenda import AgendaNote
from taoli.care.models.cases import CASE_MOVES, CareCase, CaseMeasure, CaseStep, Level
from taoli.care.models.categories import CategoryKind
from taoli.care.models.conferences import (
    CONFERENCE_MOVES,
    AbsentLine,
    Attendance,
    Conference,
    ConferenceAction,
    ConferenceItem,
)

__all__ = [
    "CASE_MOVES",
    "CONFERENCE_MOVES",
    "AbsentLine",
    "AgendaNote",
    "Attendance",
    "CareCase",
    "CaseMeasure",
    "CaseStep",
    "CategoryKind",
    "Conference",
    "ConferenceAction",
    "ConferenceItem",
    "Level",
]
