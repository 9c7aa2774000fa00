"""Looking a certificate up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.typed import Line


class CodeForm(forms.Form):
    """The code on a certificate."""

    code = Line(label=_("Code on the certificate"), max_length=40)
