"""Writes of the archive; what later steps call stands here under one name."""

from taoli.archive.services.codes import SeatSlip, enter_seat, issue_seats
from taoli.archive.services.goals import (
    PlanStep,
    change_goal,
    cheer_goal,
    close_goal,
    reopen_goal,
    set_goal,
    suggest_goal,
    take_goal,
    tick_step,
)
from taoli.archive.services.notes import drop_note, keep_note
from taoli.archive.services.sheets import SheetLine, TypedPapers, type_sheets, write_sheet

__all__ = [
    "PlanStep",
    "SeatSlip",
    "SheetLine",
    "TypedPapers",
    "change_goal",
    "cheer_goal",
    "close_goal",
    "drop_note",
    "enter_seat",
    "issue_seats",
    "keep_note",
    "reopen_goal",
    "set_goal",
    "suggest_goal",
    "take_goal",
    "tick_step",
    "type_sheets",
    "write_sheet",
]
