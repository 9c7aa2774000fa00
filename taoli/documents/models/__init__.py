"""Tables of documents. One file a noun."""

from taoli.documents.models.printing import PRINT_MOVES, PrintJob
from taoli.documents.models.templates import FormTemplate

__all__ = [
    "PRINT_MOVES",
    "FormTemplate",
    "PrintJob",
]
