"""Forms of documents. One file a noun."""

from taoli.documents.forms.templates import TemplateForm

__all__ = [
    "TemplateForm",
]
"""Forms of documents."""

from taoli.documents.forms.printing import PrintForm

__all__ = ["PrintForm"]
