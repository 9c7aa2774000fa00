"""Forms of care."""

from taoli.care.forms.cases import MOVES, MeasureForm, MoveForm, RaiseForm

__all__ = ["MOVES", "MeasureForm", "MoveForm", "RaiseForm"]
