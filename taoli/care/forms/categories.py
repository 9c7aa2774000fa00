"""A fact about a student, and the school's list of kinds."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from taoli.care.models import CategoryKind
from taoli.care.queries.categories import KindRow
from taoli.care.services.categories import MOST_LABEL, Wanted
from taoli.roster.models import StudentCategory

SPARE = 3
MOST_REASON = 500


class CategoryForm(forms.Form):
    """Which fact, who said so, how much it weighs, until when, why."""

    code = forms.ChoiceField(label=_("What is to be noted"), widget=forms.RadioSelect)
    source = forms.ChoiceField(
        label=_("Who said so"), choices=StudentCategory.Source.choices, widget=forms.RadioSelect, initial="family"
    )
    degree = forms.ChoiceField(
        label=_("How much help"), choices=StudentCategory.Degree.choices, widget=forms.RadioSelect, initial="some"
    )
    reason = forms.CharField(
        label=_("Why it is noted"),
        help_text=_("Sealed: only whoever may change this entry reads it. Not needed where the name says enough."),
        max_length=MOST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    ends = forms.DateField(
        label=_("Holds until"),
        help_text=_("Empty: until somebody says otherwise. It is looked at again in a year."),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, kinds: list[KindRow], **kwargs: Any) -> None:
        """Offer the kinds of the school's list."""
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.code, one.label) for one in kinds]


class KindsForm(forms.Form):
    """The list, a line for each kind, and some empty ones for the school's own."""

    stamp = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, kinds: list[KindRow], stamp: str) -> None:
        """Make three fields a line, by the code of its kind: a list changed meanwhile keeps what was written."""
        super().__init__(data, initial={"stamp": stamp})
        spare = KindRow("", "", CategoryKind.SeenBy.HOMEROOM, on=True, own=True)
        self.kinds = {one.code: one for one in kinds} | {f"new{place}": spare for place in range(SPARE)}
        for key, kind in self.kinds.items():
            words = _("Name of the kind") if kind.code else _("A kind of your own")
            asked = data is None or f"label_{key}" in data
            self.fields[f"label_{key}"] = forms.CharField(
                label=words, max_length=MOST_LABEL, required=asked and bool(kind.code), initial=kind.label
            )
            self.fields[f"seen_{key}"] = forms.ChoiceField(
                label=_("Who sees it"), choices=CategoryKind.SeenBy.choices, required=asked, initial=kind.seen_by
            )
            self.fields[f"on_{key}"] = forms.BooleanField(label=_("Offered"), required=False, initial=kind.on)

    def lines(self) -> list[tuple[Any, Any, Any]]:
        """Return the fields of each line."""
        return [(self[f"label_{key}"], self[f"seen_{key}"], self[f"on_{key}"]) for key in self.kinds]

    def wanted(self) -> list[Wanted]:
        """Return the list as written."""
        said = self.cleaned_data
        return [
            Wanted(kind.code, said[f"label_{key}"], said[f"seen_{key}"] or kind.seen_by, said[f"on_{key}"])
            for key, kind in self.kinds.items()
        ]
