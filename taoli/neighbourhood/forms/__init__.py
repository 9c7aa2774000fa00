"""Forms of neighbourhood."""

from taoli.neighbourhood.forms.companions import CompanionForm, GivingForm, NoteForm
from taoli.neighbourhood.forms.lectures import CountForm, DoorForm, LectureForm, ReasonForm
from taoli.neighbourhood.forms.resources import (
    BookForm,
    FeedbackForm,
    JointMeetingForm,
    JointMemberForm,
    ResourceForm,
    WorkbookForm,
)
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
    "BookForm",
    "CancelForm",
    "CompanionForm",
    "CountForm",
    "DoorForm",
    "DutyForm",
    "FeedbackForm",
    "GivingForm",
    "JointMeetingForm",
    "JointMemberForm",
    "LectureForm",
    "MoveForm",
    "NoteForm",
    "ReasonForm",
    "ResourceForm",
    "SettleForm",
    "StationForm",
    "WorkbookForm",
]
