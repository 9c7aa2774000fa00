"""Forms of neighbourhood."""

from taoli.neighbourhood.forms.companions import CompanionForm, GivingForm, NoteForm
from taoli.neighbourhood.forms.stations import (
    AgreeForm,
    AskForm,
    CancelForm,
    DutyForm,
    MoveForm,
    SettleForm,
    StationForm,
)

__all__ = [
    "AgreeForm",
    "AskForm",
    "CancelForm",
    "CompanionForm",
    "DutyForm",
    "GivingForm",
    "MoveForm",
    "NoteForm",
    "SettleForm",
    "StationForm",
]
