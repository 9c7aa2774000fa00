"""Packages: for whom, what goes along, the word to the next mentor, sending, receipts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.handover.models import Farewell, Package
from taoli.handover.queries.packages import StudentRow


class FarewellForm(forms.Form):
    """One sentence, or two."""

    pk = forms.UUIDField(widget=forms.HiddenInput)
    edit = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("One sentence to the next mentor"),
        help_text=_("What helps this student, so that the next mentor need not find it out anew. No diagnoses."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun = {"pk": row.pk, "edit": row.edit, "text": row.text}
        super().__init__(*args, **{"initial": begun, "auto_id": f"{row.pk}-%s", **kwargs})


class PackageForm(forms.Form):
    """One student or one class, and to whom."""

    partner = forms.ChoiceField(label=_("To which school"), widget=forms.RadioSelect)
    person = forms.CharField(
        label=_("For whom at the school"),
        help_text=_("Name and post, for instance of the grade lead: a package has one named receiver."),
        max_length=60,
    )
    room = forms.ChoiceField(label=_("A whole class"), required=False)
    number = forms.CharField(
        label=_("Or one student, by the student number"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self, *args: Any, partners: list[tuple[str, str]], rooms: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the schools whose digits were compared, and the classes."""
        super().__init__(*args, **kwargs)
        for name, choices in (("partner", partners), ("room", [("", "—"), *rooms])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask for one of both."""
        said = super().clean() or self.cleaned_data
        if bool(said.get("room")) == bool(said.get("number", "").strip()):
            raise forms.ValidationError(_("Please choose a class, or type one student number."))
        return said


class ExtraForm(forms.Form):
    """What goes along of one student beyond the ordinary."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    restricted = forms.CharField(
        label=_("Restricted words"),
        help_text=_("Sealed with a key of their own, which you give out by another way after the receipt."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    restricted_reason = forms.CharField(label=_("Why they have to go along"), max_length=300, required=False)
    attention_until = forms.DateField(
        label=_("Key attention goes on until"),
        help_text=_("Without a day and a reason it ends with leaving this school."),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    attention_reason = forms.CharField(label=_("Why it goes on"), max_length=300, required=False)

    def __init__(self, *args: Any, row: StudentRow, package: Package, **kwargs: Any) -> None:
        """Begin with what is sealed already."""
        begun = {
            "edit": package.edit,
            "restricted": row.restricted,
            "restricted_reason": row.restricted_reason,
            "attention_until": row.row.attention_until,
            "attention_reason": row.attention_reason,
        }
        super().__init__(*args, **{"initial": begun, **kwargs})


class SendForm(forms.Form):
    """Send, with a reason where something is lacking."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    reply_days = forms.IntegerField(label=_("Receipt within how many days"), min_value=1, max_value=45, initial=14)
    nonetheless = forms.CharField(
        label=_("Something is lacking; why it goes nonetheless"), max_length=200, required=False
    )


class LineForm(forms.Form):
    """A receipt as one line."""

    line = forms.CharField(
        label=_("The receipt"),
        help_text=_("One line that begins with “taoli-receipt”, as the other school sent it."),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
