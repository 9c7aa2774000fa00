"""Forms of the scheme pages."""

from taoli.schemes.forms.deciding import AdoptForm, ImportForm, PublishForm, RemarkForm
from taoli.schemes.forms.opening import OpenForm
from taoli.schemes.forms.steps import StepsForm
from taoli.schemes.forms.values import LabelsForm, ValuesForm

__all__ = [
    "AdoptForm",
    "ImportForm",
    "LabelsForm",
    "OpenForm",
    "PublishForm",
    "RemarkForm",
    "StepsForm",
    "ValuesForm",
]
