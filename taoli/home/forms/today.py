"""What a mentor says of suggestions."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.home.phrases import reason_choices


class ReasonForm(forms.Form):
    """Why something is not possible, and with whom of those suggested."""

    reason = forms.ChoiceField(label=_("Why not"), choices=reason_choices, widget=forms.RadioSelect)
    students = forms.MultipleChoiceField(
        label=_("With which students"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one student.")},
    )

    def __init__(self, *args: Any, people: Iterable[tuple[uuid.UUID, str]], **kwargs: Any) -> None:
        """Offer the students of the suggestion, all of them chosen."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["students"]
        field.choices = [(str(pk), name) for pk, name in people]
        field.initial = [pk for pk, _name in field.choices]

    def chosen(self) -> list[uuid.UUID]:
        """Return the students it does not suit."""
        return [uuid.UUID(one) for one in self.cleaned_data["students"]]


class HoursForm(forms.Form):
    """Whether evenings may be suggested."""

    evenings = forms.BooleanField(
        label=_("Suggest evenings (until 21:00), too"),
        help_text=_("For calls to families only. Students are never asked to come in the evening."),
        required=False,
    )
