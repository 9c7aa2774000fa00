"""Places to learn, their bookings, and the joint meeting."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.errors import TaoliError
from taoli.common.typed import Line, Lines, day
from taoli.neighbourhood.forms.stations import hour
from taoli.neighbourhood.models import JointMeeting, Resource
from taoli.neighbourhood.queries.meetings import read_decisions
from taoli.neighbourhood.queries.resources import ResourceFacts
from taoli.neighbourhood.queries.slots import DAYS

FIELDS = ("name", "kind", "theme", "ages", "capacity", "contact", "address", "weekdays", "safety", "published")
MOST = 2 * 1024 * 1024
TAPS = ((3, _("learned a lot")), (2, _("was good")), (1, _("learned little")))


class ResourceForm(forms.Form):
    """One place."""

    name = Line(label=pgettext_lazy("place", "name"), max_length=60)
    kind = forms.ChoiceField(label=_("kind"), choices=Resource.Kind.choices, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=_("guidance"), choices=Resource.Theme.choices, widget=forms.RadioSelect)
    ages = Line(label=_("for which grades"), max_length=40, required=False)
    capacity = forms.IntegerField(label=pgettext_lazy("place", "students at most"), min_value=1, max_value=100_000)
    contact = Line(label=_("contact"), max_length=60, required=False)
    address = Line(label=_("address and how to get there"), max_length=200, required=False)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Open on"),
        choices=[(n, f"周{letter}") for n, letter in enumerate(DAYS)],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: every day."),
    )
    safety = Lines(label=_("safety"), max_length=200, required=False)
    published = forms.BooleanField(label=_("schools see it"), required=False, initial=True)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, resource: Resource | None, **kwargs: Any) -> None:
        """Begin with what is there."""
        begun = {name: getattr(resource, name) for name in (*FIELDS, "edit")} if resource else {"edit": 0}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def facts(self) -> ResourceFacts:
        """Return what was said."""
        return ResourceFacts(**{name: self.cleaned_data[name] for name in FIELDS})


class BookForm(forms.Form):
    """A class, a day, how many, who comes with them."""

    room = forms.ChoiceField(label=_("Class"), widget=forms.RadioSelect)
    day = day(_("day"))
    number = forms.IntegerField(label=pgettext_lazy("visit", "How many students"), min_value=1, max_value=100_000)
    teacher = forms.ChoiceField(label=_("Teacher who comes with them"))

    def __init__(
        self, *args: Any, rooms: Sequence[tuple[str, str]], staff: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer classes and teachers."""
        super().__init__(*args, **kwargs)
        for name, choices in (("room", rooms), ("teacher", staff)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices)

    def said(self) -> tuple[uuid.UUID, uuid.UUID]:
        """Return class and teacher."""
        return uuid.UUID(self.cleaned_data["room"]), uuid.UUID(self.cleaned_data["teacher"])


class FeedbackForm(forms.Form):
    """One tap and, if one likes, a sentence."""

    useful = forms.TypedChoiceField(label=_("How was it?"), choices=TAPS, coerce=int, widget=forms.RadioSelect)
    remark = Line(label=_("in a sentence"), max_length=200, required=False)


class WorkbookForm(forms.Form):
    """A workbook."""

    file = forms.FileField(label=_("Workbook"), widget=forms.FileInput(attrs={"accept": ".xlsx"}))

    def clean_file(self) -> Any:
        """Refuse a file too large to be a list."""
        found = self.cleaned_data["file"]
        if found.size > MOST:
            raise forms.ValidationError(_("This file is larger than 2 MB."))
        return found


class JointMemberForm(forms.Form):
    """A department and who speaks for it."""

    department = Line(label=_("department"), max_length=40)
    person = Line(label=_("contact person"), max_length=40, required=False)
    phone = Line(label=_("telephone"), max_length=30, required=False)


class JointMeetingForm(forms.Form):
    """One meeting and what it settled."""

    theme = Line(label=_("theme"), max_length=80)
    held_on = day(_("day"))
    at = hour(_("at"))
    place = Line(label=_("place"), max_length=60)
    decisions = Lines(
        label=_("What was settled"),
        max_length=4000,
        required=False,
        help_text=_("One a line: who | what | until (2026-12-31)."),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: JointMeeting | None, lines: str, **kwargs: Any) -> None:
        """Begin with what is there."""
        names = ("theme", "held_on", "at", "place", "edit")
        begun: dict[str, Any] = {name: getattr(meeting, name) for name in names} if meeting else {"edit": 0}
        super().__init__(*args, **{"initial": {**begun, "decisions": lines}, **kwargs})

    def clean_decisions(self) -> list[tuple[str, str, dt.date]]:
        """Read the lines; the sentence names the one that cannot be read."""
        try:
            return read_decisions(self.cleaned_data["decisions"])
        except TaoliError as refusal:
            raise forms.ValidationError(str(refusal)) from None
