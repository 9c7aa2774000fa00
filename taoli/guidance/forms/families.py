"""Short answers to families."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.guidance.models import FamilyCorrection

State = FamilyCorrection.State


class ReplyForm(forms.Form):
    """The answer to a family's message."""

    text = forms.CharField(label=_("Answer"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class CorrectionForm(ReplyForm):
    """The answer to a request for a correction, and what became of it."""

    state = forms.ChoiceField(
        label=_("What became of it"),
        choices=[(one.value, one.label) for one in (State.MENDED, State.KEPT)],
        widget=forms.RadioSelect,
    )
