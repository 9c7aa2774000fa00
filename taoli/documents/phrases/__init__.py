"""Words of documents."""

from taoli.documents.phrases.forms import (
    EXEMPT,
    REACHES,
    STATE_NOTES,
    duty_word,
    exempt_word,
    reason_word,
)

__all__ = [
    "EXEMPT",
    "REACHES",
    "STATE_NOTES",
    "duty_word",
    "exempt_word",
    "reason_word",
]
