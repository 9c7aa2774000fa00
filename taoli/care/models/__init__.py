"""What care keeps: cases with their steps and plans, conferences and what they decided."""

from taoli.care.models.agenda import AgendaNote
from taoli.care.models.cases import CASE_MOVES, CareCase, CaseMeasure, CaseStep, Level
from taoli.care.models.conferences import (
    CONFERENCE_MOVES,
    AbsentLine,
    Attendance,
    Conference,
    ConferenceAction,
    ConferenceItem,
)
from taoli.care.models.signals import SIGNAL_MOVES, Signal, SignalSettings

__all__ = [
    "CASE_MOVES",
    "CONFERENCE_MOVES",
    "SIGNAL_MOVES",
    "AbsentLine",
    "AgendaNote",
    "Attendance",
    "CareCase",
    "CaseMeasure",
    "CaseStep",
    "Conference",
    "ConferenceAction",
    "ConferenceItem",
    "Level",
    "Signal",
    "SignalSettings",
]
