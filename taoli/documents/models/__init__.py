"""Tables of documents. One file a noun."""

from taoli.documents.models.templates import FormTemplate

__all__ = [
    "FormTemplate",
]
"""What documents keeps."""

from taoli.documents.models.printing import PRINT_MOVES, PrintJob

__all__ = ["PRINT_MOVES", "PrintJob"]
