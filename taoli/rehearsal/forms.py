"""What is to be rehearsed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.rehearsal.models import Rehearsal

MOST_SEED = 2_147_483_647


class RehearsalForm(forms.Form):
    """Which scheme, on whose people, with which number of the draw."""

    key = forms.ChoiceField(label=_("Scheme"))
    source = forms.ChoiceField(
        label=_("Run on"),
        choices=Rehearsal.Source.choices,
        initial=Rehearsal.Source.SYNTHETIC,
        help_text=_("Nothing is changed in the roster, the pairings or the records."),
    )
    seed = forms.IntegerField(
        label=_("Number of the draw"),
        min_value=0,
        max_value=MOST_SEED,
        initial=1,
        help_text=_("The same number gives the same rehearsal again."),
    )

    def __init__(self, *args: Any, schemes: list[tuple[str, str]], **kwargs: Any) -> None:
        """Take the schemes on offer as (key, title)."""
        super().__init__(*args, **kwargs)
        field = self.fields["key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = schemes
