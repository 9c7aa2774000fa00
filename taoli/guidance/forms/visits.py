"""What is typed of an appointment, by the school and by the family."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.guidance.phrases import HOW, PLACE_WORDS, TOPICS, WHO
from taoli.guidance.queries.choices import Choice
from taoli.guidance.services.appointments import MINUTES, Answer, Offered
from taoli.guidance.services.holding import Outcome

SLOTS = 3
NO_TIME = _("Please give day and time.")


def moment_field(label: Any, *, required: bool = False) -> forms.DateTimeField:
    """Return a field for day and time."""
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "step": "300"})
    return forms.DateTimeField(label=label, required=required, widget=widget, error_messages={"invalid": NO_TIME})


class OfferForm(forms.Form):
    """What the school offers a family."""

    place = forms.ChoiceField(label=_("Place"), choices=list(PLACE_WORDS.items()), widget=forms.RadioSelect)
    place_note = forms.CharField(
        label=_("Which place"),
        max_length=60,
        required=False,
        help_text=_("For a third place, for instance the library of the village."),
    )
    slot1 = moment_field(_("First time"), required=True)
    slot2 = moment_field(_("Second time"))
    slot3 = moment_field(_("Third time"))
    own_time = forms.BooleanField(
        label=_("Evenings, weekends and holidays suit me"),
        required=False,
        help_text=_("Nobody has to go then."),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=MINUTES[0], max_value=MINUTES[1], initial=40)
    second = forms.ChoiceField(label=_("Who comes along"), required=False)

    def __init__(self, *args: Any, companions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the colleagues who may come along."""
        super().__init__(*args, **kwargs)
        self.fields["second"].choices = [("", _("nobody")), *companions]  # type: ignore[attr-defined]

    def offered(self) -> Offered:
        """Return what is offered."""
        given = self.cleaned_data
        slots = [given[f"slot{n}"] for n in range(1, SLOTS + 1)]
        return Offered(
            slots=[one for one in slots if one],
            place=given["place"],
            place_note=given["place_note"],
            minutes=given["minutes"],
            second_id=uuid.UUID(given["second"]) if given["second"] else None,
            own_time=given["own_time"],
        )


class VisitForm(OfferForm):
    """A new offer: also to whose family."""

    students = forms.MultipleChoiceField(
        label=_("Students"), error_messages={"required": _("Please choose at least one student.")}
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


class VisitAnswerForm(forms.Form):
    """What the family says: `do` is the button they tapped."""

    ACCEPT, OTHER, DECLINE = "accept", "other", "decline"

    do = forms.ChoiceField(
        choices=[(one, one) for one in (ACCEPT, OTHER, DECLINE)], widget=forms.HiddenInput, required=False
    )
    edit = forms.IntegerField(widget=forms.HiddenInput)
    slot = forms.UUIDField(required=False)
    starts = moment_field(_("A time that suits you"))
    place = forms.ChoiceField(
        label=_("Where you would like to meet"),
        choices=list(PLACE_WORDS.items()),
        required=False,
        widget=forms.RadioSelect,
    )
    place_note = forms.CharField(label=_("Which place"), max_length=60, required=False)
    whole = forms.BooleanField(label=_("No visits this term; a call is enough"), required=False)
    words = forms.CharField(
        label=_("Something you would like to say"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """A time taken, or one asked for."""
        given: dict[str, Any] = super().clean() or {}
        given["do"] = given.get("do") or (self.ACCEPT if given.get("slot") else "")
        if not given["do"]:
            self.add_error(None, _("Please choose one of the times, or say what suits you."))
        if given["do"] == self.ACCEPT and not given.get("slot") and "slot" not in self.errors:
            self.add_error(None, _("Please choose one of the times."))
        if given.get("do") == self.OTHER and not given.get("starts") and "starts" not in self.errors:
            self.add_error("starts", NO_TIME)
        return given

    def answer(self) -> Answer:
        """Return what the family says."""
        given = self.cleaned_data
        said: dict[str, Any] = {"words": given["words"]}
        if given["do"] == self.ACCEPT:
            said["slot"] = given["slot"]
        elif given["do"] == self.OTHER:
            said |= {"starts": given["starts"], "place": given["place"], "place_note": given["place_note"]}
        else:
            said["whole"] = given["whole"]
        return Answer(**said)


class HearForm(VisitAnswerForm):
    """The same by word of mouth: also who said it, and how it was heard."""

    who = forms.ChoiceField(label=_("Who has answered"), choices=list(WHO.items()), widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label=_("How"), choices=list(HOW.items()), widget=forms.RadioSelect, initial=next(iter(HOW))
    )

    def answer(self) -> Answer:
        """Return what was heard."""
        said = super().answer()
        return Answer(
            slot=said.slot,
            starts=said.starts,
            place=said.place,
            place_note=said.place_note,
            words=said.words,
            whole=said.whole,
            who=self.cleaned_data["who"],
            how=self.cleaned_data["how"],
        )


class CodeForm(forms.Form):
    """The code of a slip."""

    code = forms.CharField(
        label=_("Code on the slip"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class OutcomeForm(forms.Form):
    """What came of an appointment."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, required=False)
    private_text = forms.CharField(
        label=_("For me and those entitled"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One line is enough. It is never printed."),
    )
    family_note = forms.CharField(
        label=_("One line for the family"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The family reads it on its page, for instance what you have agreed on."),
    )
    next_step = forms.CharField(label=_("Next step"), max_length=100, required=False)
    next_on = forms.DateField(
        label=_("When"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def outcome(self, *, met: bool) -> Outcome:
        """Return what came of it."""
        given = self.cleaned_data
        return Outcome(
            met=met,
            minutes=given["minutes"],
            private_text=given["private_text"],
            family_note=given["family_note"],
            next_step=given["next_step"],
            next_on=given["next_on"],
        )


class PlanForm(forms.Form):
    """Which days, from when, how many families a day."""

    first = forms.DateField(label=_("First day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    last = forms.DateField(label=_("Last day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    begins = forms.TimeField(
        label=_("Begins at"), initial=dt.time(16, 20), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    per_day = forms.IntegerField(label=_("Families a day"), min_value=1, max_value=8, initial=2)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=MINUTES[0], max_value=120, initial=40)
    own_time = forms.BooleanField(label=_("Evenings, weekends and holidays suit me"), required=False)

    def clean(self) -> dict[str, Any]:
        """The days are in order, and not too many."""
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and not dt.timedelta(0) <= last - first <= dt.timedelta(days=62):
            self.add_error("last", _("Please choose at most two months, the first day first."))
        return given


def topic_options(chosen: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Return what may be brought up, as chips: key, words, chosen."""
    return [(key, str(words), key in chosen) for key, words in TOPICS.items()]
