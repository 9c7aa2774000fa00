"""How soon the rules speak."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.care.models import Signal, SignalSettings
from taoli.care.queries.signal_facts import NUMBERS

MOST = 52


class SensitivityForm(forms.Form):
    """Which rules speak, and after how much."""

    rules = forms.MultipleChoiceField(
        label=_("Which rules speak"),
        choices=Signal.Rule.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    contact_weeks = forms.IntegerField(label=_("No contact for how many weeks"), min_value=1, max_value=MOST)
    fall_times = forms.FloatField(
        label=_("Exam below the own mean by how many times the own spread"),
        help_text=_("1 speaks soon, 2 only of a great fall."),
        min_value=1,
        max_value=5,
    )
    fall_weeks = forms.IntegerField(label=_("For how many weeks after the exam"), min_value=1, max_value=MOST)
    absences = forms.IntegerField(label=_("How many papers not written"), min_value=1, max_value=MOST)
    absence_weeks = forms.IntegerField(label=_("Within how many weeks (papers)"), min_value=1, max_value=MOST)
    adults = forms.IntegerField(label=_("How many adults"), min_value=1, max_value=MOST)
    adult_weeks = forms.IntegerField(label=_("Within how many weeks (adults)"), min_value=1, max_value=MOST)
    moods = forms.IntegerField(label=_("How many reports with a low mood"), min_value=1, max_value=MOST)
    mood_weeks = forms.IntegerField(label=_("Within how many weeks (mood)"), min_value=1, max_value=MOST)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, settings: SignalSettings, **kwargs: Any) -> None:
        """Begin with what is set."""
        begun: dict[str, Any] = {name: getattr(settings, name) for name in NUMBERS}
        begun |= {"rules": [one for one in Signal.Rule.values if one not in settings.off], "edit": settings.edit}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def numbers(self) -> dict[str, Any]:
        """Return the numbers."""
        return {name: self.cleaned_data[name] for name in NUMBERS}
