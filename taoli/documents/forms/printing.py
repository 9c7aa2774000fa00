"""What to print at once."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.documents.models import PrintJob


class PrintForm(forms.Form):
    """For whom, in which shape, and what for where a second person has to agree."""

    place = forms.ChoiceField(label=_("For whom"))
    shape = forms.ChoiceField(
        label=_("What comes out"),
        choices=PrintJob.Shape.choices,
        initial=PrintJob.Shape.ONE_PDF,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What it is for"),
        max_length=100,
        required=False,
        help_text=_("Needed above fifty people where the form holds sensitive or contact data."),
    )

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], second: bool, **kwargs: Any) -> None:
        """Offer the places within reach; ask what for only where a second person may be needed."""
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(places)
        if not second:
            del self.fields["reason"]

    def how(self) -> dict[str, str]:
        """Return shape and reason as `ask` takes them."""
        return {"shape": self.cleaned_data["shape"], "reason": self.cleaned_data.get("reason", "")}
