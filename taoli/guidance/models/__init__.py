"""What guidance keeps."""

from taoli.guidance.models.alarms import ALARM_MOVES, UnsafeAlarm, UnsafeRing
from taoli.guidance.models.appointments import (
    APPOINTMENT_MOVES,
    Appointment,
    AppointmentSibling,
    AppointmentSlot,
    AppointmentStep,
    FamilyLink,
    Side,
)
from taoli.guidance.models.drafts import RecordDraft
from taoli.guidance.models.families import CORRECTION_MOVES, FamilyCorrection, FamilyMessage
from taoli.guidance.models.files import RecordFile
from taoli.guidance.models.outbox import OUTBOX_MOVES, OfflineDevice, OutboxItem
from taoli.guidance.models.papers import PAPER_MOVES, GroupSuggestion, StudentPaper
from taoli.guidance.models.records import RECORD_MOVES, GuidanceRecord
from taoli.guidance.models.releases import FamilyText
from taoli.guidance.models.search import RecordGram
from taoli.guidance.models.steps import StepTick
from taoli.guidance.models.talks import TALK_MOVES, TalkAsk, TalkCode
from taoli.guidance.models.ticks import TickSheet

__all__ = [
    "ALARM_MOVES",
    "APPOINTMENT_MOVES",
    "CORRECTION_MOVES",
    "OUTBOX_MOVES",
    "PAPER_MOVES",
    "RECORD_MOVES",
    "TALK_MOVES",
    "Appointment",
    "AppointmentSibling",
    "AppointmentSlot",
    "AppointmentStep",
    "FamilyCorrection",
    "FamilyLink",
    "FamilyMessage",
    "FamilyText",
    "GroupSuggestion",
    "GuidanceRecord",
    "OfflineDevice",
    "OutboxItem",
    "RecordDraft",
    "RecordFile",
    "RecordGram",
    "Side",
    "StepTick",
    "StudentPaper",
    "TalkAsk",
    "TalkCode",
    "TickSheet",
    "UnsafeAlarm",
    "UnsafeRing",
]
