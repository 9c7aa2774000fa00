"""A graduate's code."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FetchForm(forms.Form):
    """The code of a slip."""

    code = forms.CharField(
        label=_("Archive code on your slip"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
