"""The school's own allowance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Allowance
from taoli.evaluation.models import AllowanceSetting


class AllowanceForm(forms.Form):
    """Amount, and where the scheme is silent for what."""

    kind = forms.ChoiceField(label=_("paid"), choices=AllowanceSetting.Kind.choices, widget=forms.RadioSelect)
    amount = forms.DecimalField(
        label=_("amount in yuan"), min_value=0, max_digits=8, decimal_places=2, help_text=_("For a whole term.")
    )
    times_factor = forms.BooleanField(label=_("times the share of points reached"), required=False)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, setting: AllowanceSetting | None, scheme: Allowance | None, **kwargs: Any) -> None:
        """Begin with what is there; what the scheme says is not asked."""
        begun: dict[str, Any] = {"edit": 0, "kind": "per_student"}
        if setting is not None:
            begun = {name: getattr(setting, name) for name in ("kind", "amount", "times_factor", "edit")}
        super().__init__(*args, **{"initial": begun, **kwargs})
        if scheme is not None:
            del self.fields["kind"], self.fields["times_factor"]
