"""A sealed note, breaking the glass, handing students over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.care.services.sealed import MOST_HOURS
from taoli.common import clock

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class NoteForm(forms.Form):
    """A note and its day."""

    held_on = forms.DateField(label=pgettext_lazy("counsellor", "Day"), widget=DAY)
    text = forms.CharField(
        label=pgettext_lazy("counsellor", "Note"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, begun: dict[str, Any] | None = None, **kwargs: Any) -> None:
        """Begin with the note that is changed, its day fixed; else with today."""
        super().__init__(*args, **{"initial": begun or {"held_on": clock.today()}, **kwargs})
        if begun:
            del self.fields["held_on"]


class GlassForm(forms.Form):
    """Why, for how long, who is told."""

    name = forms.CharField(
        label=_("Name of the student"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    room = forms.CharField(
        label=_("Class"), max_length=60, required=False, help_text=_("Only where two students have one name.")
    )
    reason = forms.CharField(
        label=_("Why the notes must be opened"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("The second person reads it at once, the counsellor afterwards."),
    )
    hours = forms.IntegerField(label=_("For how many hours"), min_value=1, max_value=MOST_HOURS, initial=2)
    second = forms.ChoiceField(label=_("Second person, told at once"))

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer these people."""
        super().__init__(*args, **kwargs)
        field = self.fields["second"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(people)


class HandForm(forms.Form):
    """From whom to whom."""

    giver = forms.ChoiceField(label=pgettext_lazy("counsellor", "From"))
    taker = forms.ChoiceField(label=pgettext_lazy("counsellor", "To"))

    def __init__(
        self, *args: Any, givers: Sequence[tuple[str, str]], takers: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer who holds students, and who is counsellor today."""
        super().__init__(*args, **kwargs)
        for name, people in (("giver", givers), ("taker", takers)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(people)
