"""Schools of a bureau."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.typed import Line, Telephone, day
from taoli.oversight.phrases.measures import STAGE_NAMES
from taoli.oversight.services.members import About


class AboutForm(forms.Form):
    """What a bureau notes of a school."""

    edit = forms.IntegerField(widget=forms.HiddenInput, required=False)
    district = forms.TypedChoiceField(label=_("District"), coerce=int)
    stages = forms.MultipleChoiceField(
        label=_("Stages"),
        choices=list(STAGE_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A nine-year or twelve-year school has several."),
    )
    campuses = forms.IntegerField(label=_("Campuses"), min_value=1, max_value=20, initial=1)
    contact = Line(
        label=_("Whom to call there"),
        help_text=_("Name and office, for questions about a figure. Only officers see it."),
        max_length=60,
        required=False,
    )
    telephone = Telephone(label=_("Telephone"), required=False)

    def about(self) -> About:
        """Return what was filled in, once valid."""
        said = self.cleaned_data
        return About(said["district"], tuple(said["stages"]), said["campuses"], said["contact"], said["telephone"])

    def __init__(self, *args: Any, districts: list[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the districts of the bureau."""
        super().__init__(*args, **kwargs)
        self.fields["district"].choices = districts  # type: ignore[attr-defined]
        self.fields["district"].initial = districts[0][0] if districts else None


class JoinForm(AboutForm):
    """A school by its card."""

    card = forms.CharField(
        label=_("The school's card"),
        help_text=_("One line that begins with “taoli-school”; the school copies it from “Partner schools”."),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ("card",)


class InsideForm(AboutForm):
    """A school of this installation."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=30)
    field_order = ("code",)


class DigitsForm(forms.Form):
    """The digits, as the school read them out."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    digits = forms.CharField(
        label=_("The last ten digits"),
        help_text=_("Have the school read its own digits out. Do not read yours to be nodded at."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class LeaveForm(forms.Form):
    """A school leaves, or goes up in another one."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    on = day(_("Day of leaving"))
    successor = forms.TypedChoiceField(label=_("It is part of another school now"), required=False, empty_value=None)

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the other schools."""
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [("", _("no, it left")), *others]  # type: ignore[attr-defined]
