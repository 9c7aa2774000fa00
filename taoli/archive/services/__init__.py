"""Writes of the archive; what later steps call stands here under one name."""

from taoli.archive.services.codes import SeatSlip, enter_seat, issue_seats
from taoli.archive.services.entries import EntryFacts, add_entry, correct_entry, withdraw_entry
from taoli.archive.services.evaluations import (
    VoiceFacts,
    correct_evaluation,
    open_evaluations,
    proof_evaluation,
    release_evaluations,
    take_back_evaluation,
    write_voice,
)
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
from taoli.archive.services.performance import MonthLine, write_month
from taoli.archive.services.settings import change_settings
from taoli.archive.services.sheets import SheetLine, TypedPapers, type_sheets, write_sheet

__all__ = [
    "EntryFacts",
    "MonthLine",
    "PlanStep",
    "SeatSlip",
    "SheetLine",
    "TypedPapers",
    "VoiceFacts",
    "add_entry",
    "change_goal",
    "change_settings",
    "cheer_goal",
    "close_goal",
    "correct_entry",
    "correct_evaluation",
    "drop_note",
    "enter_seat",
    "issue_seats",
    "keep_note",
    "open_evaluations",
    "proof_evaluation",
    "release_evaluations",
    "reopen_goal",
    "set_goal",
    "suggest_goal",
    "take_back_evaluation",
    "take_goal",
    "tick_step",
    "type_sheets",
    "withdraw_entry",
    "write_month",
    "write_sheet",
    "write_voice",
]
