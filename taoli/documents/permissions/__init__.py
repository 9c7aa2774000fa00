"""Who prints what; data levels. One file a noun."""

from taoli.documents.permissions.forms import (
    FORM,
)

__all__ = [
    "FORM",
]
