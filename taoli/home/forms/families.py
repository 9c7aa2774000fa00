"""What a family types."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.roster.models import Student


class FamilyTextForm(forms.Form):
    """A few words about one of one's children."""

    student = forms.ChoiceField(label=_("About"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("Your words"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, children: Sequence[Student], **kwargs: Any) -> None:
        """Offer the children; an only one is chosen."""
        super().__init__(*args, **kwargs)
        self.fields["student"].choices = [(str(one.pk), one.name) for one in children]  # type: ignore[attr-defined]
        if len(children) == 1:
            self.fields["student"].initial = str(children[0].pk)
