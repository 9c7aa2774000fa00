"""Who prints what; data levels. One file a noun."""

from taoli.documents.permissions.forms import FORM
from taoli.documents.permissions.printing import PRINTING
from taoli.documents.permissions.templates import TEMPLATE

__all__ = [
    "FORM",
    "PRINTING",
    "TEMPLATE",
]
