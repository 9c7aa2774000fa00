"""Forms of the first pages."""

from taoli.home.forms.families import FamilyTextForm
from taoli.home.forms.night import NightReasonForm
from taoli.home.forms.today import HoursForm, ReasonForm

__all__ = ["FamilyTextForm", "HoursForm", "NightReasonForm", "ReasonForm"]
