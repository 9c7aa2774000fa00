"""What is typed of a record."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.ids import id_of
from taoli.common.pictures import MOST_BYTES, Cleaned, cleaned
from taoli.common.policy import Actor
from taoli.guidance.forms.typed import Line, Lines
from taoli.guidance.phrases import ASKED_WAYS, MAIN_WAYS, MET_WAYS, MORE_WAYS, PLACES, SEEN, WAYS, Way, full_date
from taoli.guidance.queries.choices import Asked, Choice
from taoli.guidance.queries.habits import just_alike
from taoli.guidance.services import RecordFacts

Words = str | Promise
ALIKE = ("kind", "channel", "held_on", "made", "guidances", "theme", "private_text")
BELOW = ("private_text", "next_step", "next_on", "file", "minutes")  # "date" has a value always
NOT_OFFERED = _("Please choose from what is offered.")


@dataclass(frozen=True, slots=True)
class Option:
    """One chip: its value, its words, how it is printed, what place it implies, whether it is chosen."""

    value: str
    label: str
    checked: bool
    printed: str = ""
    place: str = ""
    themed: bool = False
    grouped: bool = False


class FactsForm(forms.Form):
    """What was done, where and when, and the two texts."""

    kind = forms.ChoiceField(label=_("Way"), choices=[(key, way.label) for key, way in WAYS.items()])
    topics = forms.MultipleChoiceField(
        label=_("Guidances"), required=False, error_messages={"invalid_choice": NOT_OFFERED}
    )
    place = Line(label=_("Place"), max_length=40, required=False)
    date = forms.DateField(label=_("Held on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    theme = Line(label=_("Theme"), max_length=60, required=False, help_text=_("What it was about; it is printed."))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, required=False)
    planned = forms.BooleanField(label=_("There was a plan beforehand"), required=False)
    private_text = Lines(
        label=_("For me and those entitled"),
        max_length=2000,
        required=False,
        help_text=_("One line is enough. It is never printed."),
    )
    next_step = Line(label=_("Next step"), max_length=100, required=False)
    next_on = forms.DateField(
        label=_("When"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args: Any, asked: Asked, kept: Sequence[str] = (), on_duty: str = "", **kwargs: Any) -> None:
        """Offer what the scheme asks of records; `kept` are the guidances a corrected record already has; `on_duty`:
        students met on duty may be written of, beside others ("also") or alone ("only").
        """
        super().__init__(*args, **kwargs)
        self.asked, self.on_duty = asked, on_duty
        if not asked.planned and not self.initial.get("planned"):
            del self.fields["planned"]
        if asked.minutes:
            self.fields["minutes"].help_text = _("A talk counts from %(minutes)s minutes on.") % {
                "minutes": asked.minutes
            }
        offered = list(dict.fromkeys([*asked.labels, *kept]))
        self.fields["topics"].choices = [(label, label) for label in offered]  # type: ignore[attr-defined]
        self.fields["date"].initial = self.fields["date"].initial or clock.today()

    def main_ways(self) -> list[Option]:
        """Return the ways in sight."""
        return self._ways(MET_WAYS if self.on_duty == "only" else MAIN_WAYS)

    def more_ways(self) -> list[Option]:
        """Return the ways below the fold: the usual ones, those the scheme asks for, and the one already chosen."""
        if self.on_duty == "only":
            return []
        asked = [way for way in ASKED_WAYS if way.key in self.asked.ways or way.key == self["kind"].value()]
        seen = [SEEN] if self.on_duty or self["kind"].value() == SEEN.key else []
        return self._ways((*MORE_WAYS, *asked, *seen))

    def more_chosen(self) -> bool:
        """Say whether the chosen way is below the fold."""
        return any(option.checked for option in self.more_ways())

    def today(self) -> str:
        """Return the server's day, which the page trusts more than the device's."""
        return clock.today().isoformat()

    def details_open(self) -> bool:
        """Say whether something below the fold has to be seen: an error, or words that came back."""
        return bool(self["date"].errors) or any(
            self[name].errors or (self.is_bound and self[name].value()) for name in BELOW if name in self.fields
        )

    def _ways(self, ways: Sequence[Way]) -> list[Option]:
        chosen = self["kind"].value()
        return [
            Option(
                way.key,
                str(way.label),
                way.key == chosen,
                printed=str(way.printed),
                place=str(way.place),
                themed=way.themed,
                grouped=way.grouped,
            )
            for way in ways
        ]

    def topic_options(self) -> list[Option]:
        """Return the guidances as chips."""
        chosen = self["topics"].value() or []
        return [Option(value, value, value in chosen) for value, _label in self.fields["topics"].choices]  # type: ignore[attr-defined]

    def place_options(self) -> list[Option]:
        """Return the usual places as chips, the one already written among them, and none."""
        chosen = self["place"].value() or ""
        places = dict.fromkeys([*map(str, PLACES), *([chosen] if chosen else [])])
        return [*[Option(place, place, place == chosen) for place in places], Option("", "", chosen == "")]

    def clean_date(self) -> dt.date:
        """A record tells of what has been; the service looks at the term."""
        day: dt.date = self.cleaned_data["date"]
        if day > clock.today():
            raise forms.ValidationError(str(self._why_future(day)))
        return day

    def _why_future(self, day: dt.date) -> Words:
        """A device whose clock is ahead chooses tomorrow by itself: then say that it is the clock.

        A day that has not come by the device's clock either was chosen by a person.
        """
        theirs = parse_date(str(self.data.get("clock", ""))[:10])
        if theirs is None or day > theirs:
            return _("The date lies in the future. Please write it down after it has taken place.")
        return _("This device's clock is ahead: it says %(theirs)s, the server %(ours)s. Please check the date.") % {
            "theirs": full_date(theirs),
            "ours": full_date(clock.today()),
        }

    def facts(self, *, made: bool = True) -> RecordFacts:
        """Return what was typed."""
        said = self.cleaned_data
        way = WAYS[said["kind"]]
        return RecordFacts(
            kind=way.kind,
            channel=way.channel,
            held_on=said["date"],
            made=made,
            guidances=said["topics"],
            theme=said["theme"],
            place=said["place"],
            minutes=said["minutes"],
            planned=said.get("planned", False),
            private_text=said["private_text"],
            next_step=said["next_step"],
            next_on=said["next_on"],
        )


class RecordForm(FactsForm):
    """A new record: also for whom, and a photo or file if somebody wishes."""

    file = forms.FileField(
        label=_("Photo or file"),
        required=False,
        help_text=_("Never asked for. Of a photo, only the picture is kept: no place, no camera."),
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf", "data-most": MOST_BYTES}
        ),
    )
    students = forms.MultipleChoiceField(
        label=_("Students"),
        error_messages={
            "required": _("Please choose at least one student."),
            "invalid_choice": _("One of the students is not yours to write for. Please choose from the list."),
        },
    )
    field_order = ("students",)

    def __init__(self, *args: Any, actor: Actor, choices: Sequence[Choice], **kwargs: Any) -> None:
        """Offer the students one may write for."""
        super().__init__(*args, **kwargs)
        if self.is_bound and "date" not in self.data:  # one tap: without a date it is noted of today
            said = QueryDict(mutable=True)
            said.update(self.data)
            said["date"] = self.today()
            self.data = said
        self.actor = actor
        self.alike = ""
        self.fields["students"].choices = [(str(one.pk), one.name) for one in choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The very same a moment ago, from another window: ask once whether it is meant."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors or self.data.get("again"):
            return said
        facts = self.facts(made="missed" not in self.data)
        same = {name: getattr(facts, name) for name in ALIKE}
        attempt = id_of(str(self.data.get("op", "")))
        self.alike = just_alike(self.actor, self.student_ids(), attempt, **same)
        if self.alike:
            raise forms.ValidationError(
                _("The very same was noted at %(time)s. If it took place twice, please save it once more.")
                % {"time": self.alike}
            )
        return said

    def clean_file(self) -> Cleaned | None:
        """Draw a picture anew; whatever is wrong with a file is said in a sentence."""
        file = self.cleaned_data["file"]
        if not file:
            return None
        try:
            return cleaned(file.name, file.size, file)
        except TaoliError as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def chosen(self) -> set[str]:
        """Return the students chosen so far."""
        return {str(pk) for pk in self["students"].value() or []}

    def student_ids(self) -> list[uuid.UUID]:
        """Return the chosen students."""
        return [uuid.UUID(pk) for pk in self.cleaned_data["students"]]


class CorrectForm(FactsForm):
    """A correction: also why."""

    reason = Line(
        label=_("Why it is corrected"),
        max_length=100,
        help_text=_("Kept with the record; the older version stays."),
    )
