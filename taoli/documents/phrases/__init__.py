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

__all__ = [
    "EXEMPT",
    "HOLDS",
    "REACHES",
    "STATE_NOTES",
    "UNITS",
    "duty_word",
    "exempt_word",
    "reason_word",
]
