"""Forms of documents."""

from taoli.documents.forms.printing import PrintForm

__all__ = ["PrintForm"]
