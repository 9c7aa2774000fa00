"""Forms of the archive."""

from taoli.archive.forms.entries import CorrectEntryForm, EntryForm
from taoli.archive.forms.evaluations import (
    ReasonForm,
    SettingsForm,
    VoiceForm,
    chosen_term,
    chosen_voice,
    month_lines,
    month_of,
    proof_texts,
    take,
    typed_lines,
)
from taoli.archive.forms.exams import ExamForm, MarksForm, places_of, typed_marks
from taoli.archive.forms.goals import CheerForm, GoalForm, SuggestForm
from taoli.archive.forms.sheets import RoomForm, SeatForm, SheetForm, held_day, sheet_lines

__all__ = [
    "CheerForm",
    "CorrectEntryForm",
    "EntryForm",
    "ExamForm",
    "GoalForm",
    "MarksForm",
    "ReasonForm",
    "RoomForm",
    "SeatForm",
    "SettingsForm",
    "SheetForm",
    "SuggestForm",
    "VoiceForm",
    "chosen_term",
    "chosen_voice",
    "held_day",
    "month_lines",
    "month_of",
    "places_of",
    "proof_texts",
    "sheet_lines",
    "take",
    "typed_lines",
    "typed_marks",
]
