"""Forms of the archive."""

from taoli.archive.forms.goals import CheerForm, GoalForm, SuggestForm
from taoli.archive.forms.sheets import RoomForm, SeatForm, SheetForm, held_day, sheet_lines

__all__ = ["CheerForm", "GoalForm", "RoomForm", "SeatForm", "SheetForm", "SuggestForm", "held_day", "sheet_lines"]
