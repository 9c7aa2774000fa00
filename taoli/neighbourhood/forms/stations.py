"""A station, its closing, its service days, and a family's appointment."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.typed import Line, Lines, Telephone, day
from taoli.neighbourhood.models import Station, StationAppointment
from taoli.neighbourhood.queries.slots import read_slots, slot_lines
from taoli.neighbourhood.services.appointments import Asking
from taoli.neighbourhood.services.stations import StationFacts

FIELDS = ("name", "kind", "street", "address", "phone", "hours", "edit")
AN_HOUR = dt.timedelta(hours=1)


def hour(label: Any) -> forms.TimeField:
    """Return a field for a time of the day."""
    return forms.TimeField(label=label, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))


class Moments(forms.ChoiceField):
    """Free times to choose from. One that has gone meanwhile is refused by the service, with what to do; a form sent
    twice finds its own time gone and is only told again that it is in.
    """

    def valid_value(self, value: Any) -> bool:
        """Take any moment."""
        try:
            return not value or dt.datetime.fromisoformat(str(value)).tzinfo is not None
        except ValueError:
            return False


class StationForm(forms.Form):
    """What a station is, when it is open, who works there."""

    name = Line(label=pgettext_lazy("place", "name"), max_length=60)
    kind = forms.ChoiceField(
        label=_("kind"), choices=Station.Kind.choices, widget=forms.RadioSelect, initial="community"
    )
    street = Line(label=_("street or town"), max_length=40)
    address = Line(label=_("address"), max_length=120, required=False)
    phone = Line(label=_("telephone"), max_length=30, required=False)
    hours = Line(label=_("open when"), max_length=120, required=False)
    slots = Lines(
        label=_("Times families can book"),
        max_length=400,
        required=False,
        help_text=_("One a line, as: Sat 9:00-11:30. Half hours are offered for a fortnight."),
    )
    staff = forms.MultipleChoiceField(label=_("Who works there"), required=False, widget=forms.CheckboxSelectMultiple)
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        station: Station | None,
        there: Sequence[uuid.UUID],
        staff: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Begin with what is there; offer the bureau's people."""
        begun: dict[str, Any] = {name: getattr(station, name) for name in FIELDS} if station else {"edit": 0}
        begun["slots"] = slot_lines(station.slots) if station else ""
        begun["staff"] = [str(pk) for pk in there]
        super().__init__(*args, **{"initial": begun, **kwargs})
        field = self.fields["staff"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(staff)

    def clean_slots(self) -> list[dict[str, Any]]:
        """Read the lines; the sentence names the line that cannot be read."""
        try:
            return read_slots(self.cleaned_data["slots"])
        except TaoliError as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def facts(self) -> StationFacts:
        """Return what was said."""
        said = self.cleaned_data
        return StationFacts(**{name: said[name] for name in (*FIELDS[:-1], "slots")})

    def people(self) -> list[uuid.UUID]:
        """Return who works there."""
        return [uuid.UUID(one) for one in self.cleaned_data["staff"]]


class MoveForm(forms.Form):
    """Which station takes over."""

    to = forms.ChoiceField(label=_("Station that takes over"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: Sequence[Station], **kwargs: Any) -> None:
        """Offer the other stations."""
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), f"{one.name} · {one.street}") for one in others]


class CancelForm(forms.Form):
    """What families are told."""

    told = Lines(label=_("What the families are told by telephone"), max_length=200)


class DutyForm(forms.Form):
    """One service day."""

    station = forms.ChoiceField(label=pgettext_lazy("place", "Station"), widget=forms.RadioSelect)
    day = day(_("day"))
    hours = Line(label=_("from when until when"), max_length=40)
    social = Line(label=_("social mentors"), max_length=120)
    mentors = Line(label=_("mentors of schools"), max_length=120, required=False)

    def __init__(self, *args: Any, stations: Sequence[Station], **kwargs: Any) -> None:
        """Offer one's stations."""
        super().__init__(*args, **kwargs)
        field = self.fields["station"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in stations]
        if len(stations) == 1:
            field.initial = str(stations[0].pk)


class AskForm(forms.Form):
    """What a family says: no child's name, no account."""

    topic = forms.ChoiceField(
        label=_("What is it about?"), choices=StationAppointment.Topic.choices, widget=forms.RadioSelect
    )
    wanted = Moments(label=_("Which time would you like?"), required=False)
    called = Line(label=_("How may we call you?"), max_length=30, help_text=_("As Ms Lin. No full name is needed."))
    phone = Telephone(label=_("Telephone"), help_text=_("The station calls you once to settle the time."))
    question = Lines(
        label=_("In a few words"),
        max_length=200,
        required=False,
        help_text=_("Please leave out the names of children."),
    )
    pupil_of = Line(label=_("School of the child"), max_length=60, required=False)

    def __init__(self, *args: Any, times: Sequence[dt.datetime], **kwargs: Any) -> None:
        """Offer the free times."""
        super().__init__(*args, **kwargs)
        any_time = ("", _("Any time; please call me"))
        field = self.fields["wanted"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [any_time, *((one.isoformat(), moment_words(one)) for one in times)]

    def asking(self) -> Asking:
        """Return what was said."""
        said = {name: value for name, value in self.cleaned_data.items() if name in Asking.__slots__}
        at = said["wanted"]
        return Asking(**{**said, "wanted": dt.datetime.fromisoformat(at) if at else None})


class AgreeForm(forms.Form):
    """The time that was settled on the telephone."""

    day = day(_("day"))
    at = hour(_("at"))
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: StationAppointment, **kwargs: Any) -> None:
        """Begin with the time the family would like."""
        likes = timezone.localtime(row.agreed or row.wanted or clock.now() + AN_HOUR)
        begun = {"day": likes.date(), "at": likes.time(), "edit": row.edit}
        super().__init__(*args, **{"initial": begun, **kwargs})

    def moment(self) -> dt.datetime:
        """Return the moment."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"]))


class SettleForm(forms.Form):
    """How it ended."""

    words = Lines(label=_("What was done, in a sentence"), max_length=500, required=False)
    to = forms.ChoiceField(
        choices=[
            (one.value, one.label) for one in StationAppointment.State if one.value in {"done", "not_come", "cancelled"}
        ]
    )
    edit = forms.IntegerField()


def moment_words(at: dt.datetime) -> str:
    """Return a time as people say it."""
    local = timezone.localtime(at)
    return f"{formats.date_format(local, 'MONTH_DAY_FORMAT')} {formats.date_format(local, 'D')} {local:%H:%M}"
