"""Words of documents."""

from taoli.documents.phrases.forms import (
    EXEMPT,
    HOLDS,
    REACHES,
    STATE_NOTES,
    UNITS,
    duty_word,
    exempt_word,
    reason_word,
)
from taoli.documents.phrases.templates import FRAME_WORDS, fault_words, place_words

__all__ = [
    "EXEMPT",
    "FRAME_WORDS",
    "HOLDS",
    "REACHES",
    "STATE_NOTES",
    "UNITS",
    "duty_word",
    "exempt_word",
    "fault_words",
    "place_words",
    "reason_word",
]
