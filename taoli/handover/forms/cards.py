"""Cards on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = {"type": "date"}


class IssueForm(forms.Form):
    """To which school the card goes."""

    to_school = forms.CharField(label=_("To which school"), max_length=80)
    wish = forms.CharField(label=_("What we would like to hand on"), max_length=300, required=False)


class StubForm(forms.Form):
    """The stub that came back."""

    code = forms.CharField(
        label=_("Code on the stub"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    received_on = forms.DateField(label=_("Received on"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    received_by = forms.CharField(label=_("Signed by"), max_length=60)


class TypedForm(forms.Form):
    """A card that came on paper."""

    student = forms.ChoiceField(label=_("Student here"))
    from_school = forms.CharField(label=_("From which school"), max_length=80)
    strengths = forms.CharField(
        label=_("Strengths"),
        help_text=_("They stand first on the card; one in a line."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    contacts = forms.CharField(
        label=_("What was done and talked about"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wish = forms.CharField(label=_("The old mentor's word"), max_length=500, required=False)
    mentor = forms.CharField(label=_("The old mentor"), max_length=80, required=False)
    written_on = forms.DateField(
        label=_("Day on the card"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY)
    )

    def __init__(self, *args: Any, students: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the students within reach."""
        super().__init__(*args, **kwargs)
        field = self.fields["student"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose a student")), *students]
