"""What is asked before the night-duty card opens."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NightReasonForm(forms.Form):
    """Why the night-duty card is opened by somebody who is not on duty."""

    reason = forms.CharField(
        label=_("Why now"), max_length=200, help_text=_("It is kept, and the office is told that you opened the card.")
    )
