"""What is typed of a record."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common import clock
from taoli.guidance.phrases import ASKED_WAYS, MAIN_WAYS, MORE_WAYS, PLACES, WAYS, Way
from taoli.guidance.queries.choices import Asked, Choice
from taoli.guidance.services import RecordFacts

NOT_OFFERED = _("Please choose from what is offered.")


@dataclass(frozen=True, slots=True)
class Option:
    """One chip: its value, its words, how it is printed, what place it implies, whether it is chosen."""

    value: str
    label: str
    checked: bool
    printed: str = ""
    place: str = ""


class FactsForm(forms.Form):
    """What was done, where and when, and the two texts."""

    kind = forms.ChoiceField(label=_("Way"), choices=[(key, way.label) for key, way in WAYS.items()])
    topics = forms.MultipleChoiceField(
        label=_("Guidances"), required=False, error_messages={"invalid_choice": NOT_OFFERED}
    )
    place = forms.CharField(label=_("Place"), max_length=40, required=False)
    date = forms.DateField(label=_("Held on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    theme = forms.CharField(label=_("Theme"), max_length=60, required=False, help_text=_("For an activity."))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, required=False)
    planned = forms.BooleanField(label=_("There was a plan beforehand"), required=False)
    private_text = forms.CharField(
        label=_("For me and those entitled"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One line is enough. It is never printed."),
    )
    next_step = forms.CharField(label=_("Next step"), max_length=100, required=False)
    next_on = forms.DateField(
        label=_("When"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args: Any, asked: Asked, kept: Sequence[str] = (), **kwargs: Any) -> None:
        """Offer what the scheme asks of records; `kept` are the guidances a corrected record already has."""
        super().__init__(*args, **kwargs)
        self.asked = asked
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
        return self._ways(MAIN_WAYS)

    def more_ways(self) -> list[Option]:
        """Return the ways below the fold: the usual ones, those the scheme asks for, and the one already chosen."""
        asked = [way for way in ASKED_WAYS if way.key in self.asked.ways or way.key == self["kind"].value()]
        return self._ways((*MORE_WAYS, *asked))

    def more_chosen(self) -> bool:
        """Say whether the chosen way is below the fold."""
        return any(option.checked for option in self.more_ways())

    def _ways(self, ways: Sequence[Way]) -> list[Option]:
        chosen = self["kind"].value()
        return [
            Option(way.key, str(way.label), way.key == chosen, printed=str(way.printed), place=str(way.place))
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
            raise forms.ValidationError(
                _("The date lies in the future. Please write it down after it has taken place.")
            )
        return day

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
    """A new record: also for whom."""

    students = forms.MultipleChoiceField(
        label=_("Students"),
        error_messages={
            "required": _("Please choose at least one student."),
            "invalid_choice": _("One of the students is not yours to write for. Please choose from the list."),
        },
    )
    field_order = ("students",)

    def __init__(self, *args: Any, choices: Sequence[Choice], **kwargs: Any) -> None:
        """Offer the students one may write for."""
        super().__init__(*args, **kwargs)
        self.fields["students"].choices = [(str(one.pk), one.name) for one in choices]  # type: ignore[attr-defined]

    def chosen(self) -> set[str]:
        """Return the students chosen so far."""
        return {str(pk) for pk in self["students"].value() or []}

    def student_ids(self) -> list[uuid.UUID]:
        """Return the chosen students."""
        return [uuid.UUID(pk) for pk in self.cleaned_data["students"]]


class CorrectForm(FactsForm):
    """A correction: also why."""

    reason = forms.CharField(
        label=_("Why it is corrected"),
        max_length=100,
        help_text=_("Kept with the record; the older version stays."),
    )
