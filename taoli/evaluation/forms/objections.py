"""Showing sheets, objecting, answering."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from taoli.evaluation.queries.evidence import Proof


class ShareForm(forms.Form):
    """Until which day the mentors may object."""

    until = forms.DateField(
        label=_("Last day for objections"),
        help_text=_("Five school days is usual. Until the end of that day a mentor can object to the own sheet."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


class ObjectionForm(forms.Form):
    """What should be looked at again, and which records."""

    text = forms.CharField(
        label=_("What should be looked at again"),
        help_text=_("A few words are enough. The assessment group and the moral-education office read them."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    records = forms.MultipleChoiceField(
        label=_("Records that were not counted and should be looked at"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, records: dict[str, Proof], **kwargs: Any) -> None:
        """Offer the own records that were not counted, with the reason."""
        super().__init__(*args, **kwargs)
        field = self.fields["records"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, " · ".join(_words(one))) for key, one in records.items()]
        if not records:
            del self.fields["records"]


class ObjectionAnswerForm(forms.Form):
    """Accept with new points, or decline; the reason either way."""

    verdict = forms.ChoiceField(
        label=_("Answer"),
        choices=[("accepted", _("Accept, with new points")), ("declined", _("Leave the points as they are"))],
        widget=forms.RadioSelect,
    )
    item = forms.ChoiceField(label=_("Item whose points change"), required=False)
    points = forms.FloatField(
        label=_("New points"), required=False, min_value=0, widget=forms.NumberInput(attrs={"step": "any"})
    )
    answer = forms.CharField(
        label=_("Reason"),
        help_text=_("The mentor reads it beside the item."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the items of the sheet when the objection is to the whole; none otherwise."""
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *items]
        if not items:
            del self.fields["item"]


def _words(one: Proof) -> Iterable[str]:
    if one.on:
        yield date_format(one.on, "MONTH_DAY_FORMAT")
    yield from (word for word in (one.kind, one.students, one.why) if word)
