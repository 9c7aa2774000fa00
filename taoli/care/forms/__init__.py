"""Forms of care."""

from taoli.care.forms.cases import MOVES, MeasureForm, MoveForm, RaiseForm
from taoli.care.forms.categories import CategoryForm, KindsForm
from taoli.care.forms.signals import SensitivityForm

__all__ = [
    "MOVES",
    "CategoryForm",
    "KindsForm",
    "MeasureForm",
    "MoveForm",
    "RaiseForm",
    "SensitivityForm",
]
