"""Packages from other schools."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common.ids import id_of
from taoli.handover.queries.arrivals import Preview
from taoli.handover.services.arrivals import Placement

LEFT = "new"


class FileForm(forms.Form):
    """The file that the other school sent."""

    file = forms.FileField(
        label=_("Package"),
        help_text=_("A file that ends in .taoli, at most 200 MB."),
        widget=forms.FileInput(attrs={"accept": ".taoli"}),
        error_messages={"required": _("Please choose a file."), "empty": _("The file is empty.")},
    )


class RefuseForm(forms.Form):
    """Why it goes back."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why it goes back"), help_text=_("The other school reads it."), max_length=200)


class AcceptForm(forms.Form):
    """For each student: a class and a number here, or who is here already."""

    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        view: Preview,
        rooms: list[tuple[str, str]],
        staff: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Make the fields of each student."""
        super().__init__(*args, **{"initial": {"edit": view.arrival.edit}, **kwargs})
        self.places = view.places
        choices = [("", _("choose a class")), *rooms]
        for one in self.places:
            if one.candidates:
                found: list[tuple[str, Any]] = [(LEFT, _("Somebody else: comes as a new student"))]
                found += [(str(other.pk), other.words) for other in one.candidates]
                self.fields[f"link{one.place}"] = forms.ChoiceField(
                    label=_("Is this somebody who is here already?"), choices=found, widget=forms.RadioSelect
                )
            self.fields[f"room{one.place}"] = forms.ChoiceField(label=_("Class"), choices=choices, required=False)
            self.fields[f"number{one.place}"] = forms.CharField(
                label=_("Student number here"), max_length=30, required=False, initial=one.number
            )
        if view.restricted:
            self.fields["named"] = forms.ChoiceField(
                label=_("Who opens the restricted part"),
                choices=[("", _("choose one person")), *staff],
                help_text=_("This person alone, with the code that the other school tells. Each opening is logged."),
            )

    def lines(self) -> list[tuple[Any, Any, Any, Any]]:
        """Return each student with the fields."""
        return [
            (
                one,
                self[f"link{one.place}"] if one.candidates else None,
                self[f"room{one.place}"],
                self[f"number{one.place}"],
            )
            for one in self.places
        ]

    def placements(self) -> list[Placement]:
        """Return what was chosen."""
        said = self.cleaned_data
        return [
            Placement(
                one.place,
                number=said[f"number{one.place}"].strip(),
                room_id=id_of(said[f"room{one.place}"]),
                link=id_of(said.get(f"link{one.place}", "")),
            )
            for one in self.places
        ]


class CodeForm(forms.Form):
    """The code of a restricted part."""

    code = forms.CharField(
        label=_("The code"),
        help_text=_("As the other school told you; spaces, hyphens and capitals do not matter."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
