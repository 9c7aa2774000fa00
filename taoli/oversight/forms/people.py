"""People of a bureau."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.accounts.phrases import ROLES
from taoli.common.policy import Role

OFFERED = (Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF)


class PersonForm(forms.Form):
    """Somebody new."""

    name = forms.CharField(label=_("Name"), max_length=60)
    role = forms.ChoiceField(
        label=_("Role"), choices=[(one.value, ROLES[one]) for one in OFFERED], widget=forms.RadioSelect
    )
