"""What documents keeps."""

from taoli.documents.models.printing import PRINT_MOVES, PrintJob

__all__ = ["PRINT_MOVES", "PrintJob"]
