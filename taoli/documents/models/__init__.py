"""Tables of documents. One file a noun."""

from taoli.documents.models.templates import FormTemplate

__all__ = [
    "FormTemplate",
]
