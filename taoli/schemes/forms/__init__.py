"""Forms of the scheme pages."""

from taoli.schemes.forms.load import LoadForm
from taoli.schemes.forms.scheme import AdoptForm, PublishForm, SchemeForm

__all__ = ["AdoptForm", "LoadForm", "PublishForm", "SchemeForm"]
