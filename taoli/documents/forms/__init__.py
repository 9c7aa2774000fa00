"""Forms of documents. One file a noun."""

from taoli.documents.forms.printing import PrintForm
from taoli.documents.forms.templates import TemplateForm

__all__ = [
    "PrintForm",
    "TemplateForm",
]
