"""Mentors from outside: who they are, whom they are given, what they did."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common import clock
from taoli.common.typed import Line, Lines, Telephone, day
from taoli.neighbourhood.models import CompanionNote
from taoli.neighbourhood.services.companions import Giving
from taoli.roster.models import Staff
from taoli.roster.queries.fitness import OUTSIDE

FIELDS = ("name", "kind", "vetted_on", "until", "phone", "introduction")


class CompanionForm(forms.Form):
    """Who it is and when the school made the check that the law asks for."""

    name = Line(label=_("name"), max_length=60)
    kind = forms.ChoiceField(
        label=_("kind of person"),
        choices=[(one.value, one.label) for one in OUTSIDE],
        widget=forms.RadioSelect,
        initial="social",
    )
    vetted_on = day(
        _("day of the check (从业查询)"),
        _("The school asks police and courts once a year; without it no student can be given."),
        required=False,
    )
    until = day(_("last day at the school"), required=False)
    phone = Telephone(label=_("telephone"), required=False)
    introduction = Lines(label=_("What the person does"), max_length=300, required=False)

    def __init__(self, *args: Any, staff: Staff | None, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun = {name: getattr(staff, name) for name in FIELDS} if staff else {}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def clean_vetted_on(self) -> Any:
        """Refuse a day to come."""
        found = self.cleaned_data["vetted_on"]
        if found and found > clock.today():
            raise forms.ValidationError(_("The day of the check cannot lie in the future."))
        return found


class GivingForm(forms.Form):
    """Which students of a class, what for, how long, with whose consent."""

    students = forms.MultipleChoiceField(label=_("Students"), widget=forms.CheckboxSelectMultiple)
    purpose = Line(label=_("what for"), max_length=120, help_text=_("As: calligraphy every other week."))
    starts = day(_("from"))
    ends = day(_("until"), _("At most a year."))
    consent_by = Line(label=_("Which guardian agreed"), max_length=30, help_text=_("As: mother."))
    consent_on = day(_("the guardian agreed on"))

    def __init__(self, *args: Any, students: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the class; begin today."""
        super().__init__(*args, **{"initial": {"starts": clock.today()}, **kwargs})
        field = self.fields["students"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(students)

    def whom(self) -> list[uuid.UUID]:
        """Return the students."""
        return [uuid.UUID(one) for one in self.cleaned_data["students"]]

    def giving(self) -> Giving:
        """Return the rest."""
        return Giving(**{name: self.cleaned_data[name] for name in Giving.__slots__})


class NoteForm(forms.Form):
    """What was done on a day."""

    held_on = day(_("day"))
    kind = forms.ChoiceField(
        label=pgettext_lazy("note", "How"), choices=CompanionNote.Kind.choices, widget=forms.RadioSelect
    )
    text = Lines(
        label=_("what you did"),
        max_length=300,
        help_text=_("The student’s mentor, homeroom teacher and the moral office can read it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin today."""
        super().__init__(*args, **{"initial": {"held_on": clock.today(), "kind": "meeting"}, **kwargs})
