"""Forms of the archive."""

from taoli.archive.forms.exams import ExamForm, MarksForm, places_of, typed_marks
from taoli.archive.forms.goals import CheerForm, GoalForm, SuggestForm
from taoli.archive.forms.sheets import RoomForm, SeatForm, SheetForm, held_day, sheet_lines

__all__ = [
    "CheerForm",
    "ExamForm",
    "GoalForm",
    "MarksForm",
    "RoomForm",
    "SeatForm",
    "SheetForm",
    "SuggestForm",
    "held_day",
    "places_of",
    "sheet_lines",
    "typed_marks",
]
