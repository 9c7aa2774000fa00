"""Agreement and first meeting."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class AgreementForm(forms.Form):
    """The words of a round's agreement."""

    text = forms.CharField(
        label=_("Words of the agreement"), max_length=4000, widget=forms.Textarea(attrs={"rows": 14})
    )


class MeetingForm(forms.Form):
    """When and where: one of the proposed times, or another one."""

    slot = forms.ChoiceField(label=_("Proposed times"), widget=forms.RadioSelect, required=False)
    at = forms.DateTimeField(
        label=_("Another time"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    place = forms.CharField(label=_("Place"), max_length=60, required=False)

    def __init__(self, *args: Any, slots: Sequence[dt.datetime], **kwargs: Any) -> None:
        """Offer noon and after school of the next school days."""
        super().__init__(*args, **kwargs)
        field = self.fields["slot"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.isoformat(), date_format(timezone.localtime(one), "n月j日 D H:i")) for one in slots]

    def clean(self) -> dict[str, Any]:
        """Take a time that was typed now, else the proposed one that was chosen, else the one that stood there."""
        given = super().clean() or self.cleaned_data
        typed = given.get("at") if "at" in self.changed_data else None
        if given.get("slot") and not typed:
            given["at"] = dt.datetime.fromisoformat(given["slot"])
        if not self.errors and not given.get("at"):
            raise forms.ValidationError(_("Please choose a time."))
        return given
