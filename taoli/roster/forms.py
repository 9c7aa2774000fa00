"""Forms of the roster."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.forms import TenantForm
from taoli.roster.models import SchoolClass, SchoolDay, Staff
from taoli.roster.phrases import AUDIENCE_NAMES


class ImportForm(forms.Form):
    """A workbook to be read."""

    file = forms.FileField(
        label=_("Workbook"),
        help_text=_("An Excel workbook (.xlsx) of at most 10 MB, or a zip of OneRoster or SDS files."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.zip"}),
        error_messages={"required": _("Please choose a file."), "empty": _("The file is empty.")},
    )


class ExportForm(forms.Form):
    """What goes into a OneRoster bundle."""

    since = forms.DateField(
        label=_("Only what has changed since"),
        required=False,
        help_text=_("Empty: everything (bulk). With a day: what differs from then on (delta)."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    contacts = forms.BooleanField(
        label=_("Also birthdays, home addresses and telephone numbers"),
        required=False,
        help_text=_("Only if the other system needs them. Identity-card numbers never go along."),
    )


class StaffForm(TenantForm[Staff]):
    """What the office corrects of a member of staff."""

    class Meta:
        model = Staff
        fields: tuple[str, ...] = ("name", "number", "subject", "phone", "introduction")
        labels = {
            "name": _("Name"),
            "number": _("Staff number"),
            "subject": _("Subject"),
            "phone": _("Telephone"),
            "introduction": _("Introduction"),
        }
        help_texts = {"introduction": _("Students and families read it when they choose a mentor.")}
        widgets = {"introduction": forms.Textarea(attrs={"rows": 5})}

    def _get_validation_exclusions(self) -> set[str]:
        """Leave the uniqueness of the number to the service, which says whose it is."""
        return super()._get_validation_exclusions() | {"school"}


class OwnStaffForm(StaffForm):
    """What a mentor says of herself."""

    class Meta(StaffForm.Meta):
        fields = ("phone", "introduction")


class ClassForm(TenantForm[SchoolClass]):
    """Name and homeroom teacher of a class."""

    class Meta:
        model = SchoolClass
        fields = ("name", "homeroom_teacher")
        labels = {"name": _("Class name"), "homeroom_teacher": _("Homeroom teacher")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the present staff only."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["homeroom_teacher"]
        field.queryset = field.queryset.filter(left_on=None).order_by("sort_key", "number")

    def _get_validation_exclusions(self) -> set[str]:
        """Leave the uniqueness of the name to the service."""
        return super()._get_validation_exclusions() | {"school"}


class TermForm(forms.Form):
    """A term: name, first and last day."""

    name = forms.CharField(label=_("Term name"), max_length=40)
    starts = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class SchoolDayForm(forms.Form):
    """A day of the term that differs from its weekday."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(
        label=_("It is"), choices=[*SchoolDay.Kind.choices, ("", _("as any other day"))], required=False
    )
    note = forms.CharField(label=_("Note"), max_length=40, required=False)


class SettingsForm(forms.Form):
    """The roster's switches."""

    keep_identity_numbers = forms.BooleanField(
        label=_("Keep identity-card numbers"),
        required=False,
        help_text=_("Off: imports leave them out, and numbers kept so far are erased."),
    )


class SlipsForm(forms.Form):
    """For whom slips are wanted."""

    audience = forms.ChoiceField(label=_("For whom"), choices=list(AUDIENCE_NAMES.items()))
    room = forms.ChoiceField(label=_("Class"), required=False, help_text=_("For students and families."))
    again = forms.BooleanField(
        label=_("Also for those who have activated theirs"),
        required=False,
        help_text=_("For a forgotten password: the old one works until the new code is used."),
    )

    def __init__(self, *args: Any, rooms: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the school's classes."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["room"]
        field.choices = [("", "—"), *rooms]

    def clean(self) -> dict[str, Any]:
        """Students and families are chosen by class."""
        fields: dict[str, Any] = super().clean() or {}
        if fields.get("audience") in {"students", "guardians"} and not fields.get("room"):
            self.add_error("room", _("Please choose a class."))
        return fields
