"""Forms of the guidance pages."""

from taoli.guidance.forms.records import CorrectForm, FactsForm, Option, RecordForm

__all__ = ["CorrectForm", "FactsForm", "Option", "RecordForm"]
