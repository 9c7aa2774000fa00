"""An inspection pack, and who may read it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.oversight.services.inspections import MOST_HOURS

MOST_BOOKS = 10


class PackForm(forms.Form):
    """What is shown, and how many handbooks are drawn."""

    occasion = forms.CharField(label=_("occasion"), max_length=60)
    k = forms.IntegerField(label=_("handbooks drawn"), min_value=1, max_value=MOST_BOOKS, initial=3)
    seed = forms.RegexField(
        r"^\w*$",
        label=_("seed"),
        required=False,
        max_length=64,
        help_text=_("A word or number the visitors say. Empty: by chance."),
        error_messages={"invalid": _("Letters and digits only, please: it stands in a command.")},
    )


class GuestForm(forms.Form):
    """Who comes, and for how long."""

    name = forms.CharField(label=_("who comes"), max_length=60)
    hours = forms.IntegerField(label=pgettext_lazy("guest", "hours"), min_value=1, max_value=MOST_HOURS, initial=4)
