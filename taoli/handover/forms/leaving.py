"""A student leaves, or comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.handover.forms.years import day
from taoli.handover.models import Leaving


class LeaveForm(forms.Form):
    """Who leaves, why, and the last day."""

    student = forms.CharField(label=_("Student"), help_text=_("number or name"), max_length=60)
    reason = forms.ChoiceField(label=_("Why"), choices=Leaving.Reason.choices, widget=forms.RadioSelect)
    last = forms.DateField(label=_("Last day"), widget=day())
    until = forms.DateField(
        label=_("Expected back"), help_text=_("For a pause, if it is known."), widget=day(), required=False
    )
    note = forms.CharField(label=_("Where to, or what was agreed"), max_length=200, required=False)


class ReturnForm(forms.Form):
    """Into which class a student comes back, from which day, and with which mentor."""

    room = forms.ChoiceField(label=_("Class"))
    on = forms.DateField(label=_("First day back"), widget=day())
    mentor = forms.ChoiceField(label=_("Mentor"), required=False)

    def __init__(self, *args: Any, rooms: list[tuple[str, str]], mentors: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the open classes and the present staff."""
        super().__init__(*args, **kwargs)
        self.fields["room"].choices = rooms  # type: ignore[attr-defined]
        self.fields["mentor"].choices = [("", _("nobody for now")), *mentors]  # type: ignore[attr-defined]
