"""The words of notifications."""

from taoli.notifications.phrases.answers import outcome_words, reason_words, state_words, trouble_words
from taoli.notifications.phrases.kind import Kind, moment
from taoli.notifications.phrases.kinds import (
    CHANNELS,
    KINDS,
    REACHED_BY,
    hidden_kinds,
    meeting_words,
    mentor_does,
    safety_kinds,
    sentence_of,
    slip_to,
    staff_room,
)
from taoli.notifications.phrases.outside import Outgoing, outgoing, trial

__all__ = [
    "CHANNELS",
    "KINDS",
    "REACHED_BY",
    "Kind",
    "Outgoing",
    "hidden_kinds",
    "meeting_words",
    "mentor_does",
    "moment",
    "outcome_words",
    "outgoing",
    "reason_words",
    "safety_kinds",
    "sentence_of",
    "slip_to",
    "staff_room",
    "state_words",
    "trial",
    "trouble_words",
]
