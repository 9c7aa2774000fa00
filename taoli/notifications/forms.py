"""Forms of notifications."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.notifications.phrases import KINDS


class QuietForm(forms.Form):
    """Which kinds come; what is not ticked is quiet."""

    every = forms.BooleanField(label=_("Show me a mark when there is something new"), required=False)
    kinds = forms.MultipleChoiceField(
        label=_("A mark for"), widget=forms.CheckboxSelectMultiple, required=False, choices=[]
    )

    def __init__(self, *args: Any, kinds: Collection[str], **kwargs: Any) -> None:
        """Offer the kinds this person may get; safety kinds cannot be quietened."""
        super().__init__(*args, **kwargs)
        self.offered = list(kinds)
        field = self.fields["kinds"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, KINDS[code].label) for code in self.offered]

    def quiet(self) -> list[str]:
        """Return the kinds to quieten, an empty one for all; for a valid form."""
        chosen = set(self.cleaned_data["kinds"])
        return [*([] if self.cleaned_data["every"] else [""]), *(one for one in self.offered if one not in chosen)]
