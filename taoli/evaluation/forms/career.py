"""A line of the career file."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.typed import day
from taoli.evaluation.models import CareerEntry
from taoli.evaluation.services import EntryFacts


class EntryForm(forms.Form):
    """What a mentor adds."""

    happened_on = day(pgettext_lazy("day", "on"))
    kind = forms.ChoiceField(
        label=_("what it is"), choices=CareerEntry.Kind.choices, widget=forms.RadioSelect, initial="award"
    )
    text = forms.CharField(label=_("in one sentence"), max_length=200)
    proof = forms.CharField(
        label=_("what proves it"), max_length=200, required=False, help_text=_("A certificate with its number, a link.")
    )

    def facts(self) -> EntryFacts:
        """Return what was said."""
        said = self.cleaned_data
        return EntryFacts(said["happened_on"], said["kind"], said["text"], said["proof"])
