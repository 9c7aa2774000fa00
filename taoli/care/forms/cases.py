"""A worry about a student, what is decided about a case, a measure of its plan."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.care.models import CareCase
from taoli.common import clock
from taoli.common.ids import id_of

MOST_WORDS, MOST_MEASURE = 2000, 200
SOON, NEXT_LOOK = dt.timedelta(days=7), dt.timedelta(days=14)


def _words(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class RaiseForm(forms.Form):
    """How serious, what worries one, what might help."""

    seriousness = forms.ChoiceField(
        label=_("How serious is it?"), choices=CareCase.Seriousness.choices, widget=forms.RadioSelect
    )
    reason = _words(_("What worries you"), _("What you have seen and heard, with days. No guesses about causes."))
    proposed = _words(_("What might help"), required=False)


class _Step(forms.Form):
    """What every move of a case carries: the change it was written for."""

    edit = forms.IntegerField(widget=forms.HiddenInput)

    def fill(self, staff: list[tuple[str, str]]) -> None:
        """Offer the staff where somebody is to be named."""
        field = self.fields.get("leader")
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "—"), *staff]

    def leader_id(self) -> uuid.UUID | None:
        """Return who was chosen."""
        return id_of(self.cleaned_data.get("leader", ""))


def _form(name: str, **fields: forms.Field) -> type[_Step]:
    made: type[_Step] = type(name, (_Step,), fields)
    return made


def _leader() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Who leads this case"), help_text=_("One adult by name who keeps it in sight."))


MoveForm = _Step
MOVES: Mapping[str, type[_Step]] = {
    "take_on": _form(
        "TakeOnForm",
        leader=_leader(),
        day=_day(_("To be looked at on")),
        text=_words(_("What was decided"), required=False),
    ),
    "decline": _form(
        "DeclineForm",
        text=_words(
            _("Why not"), _("Whoever raised it knows that it was decided; those who may read the case read why.")
        ),
    ),
    "climb": _form("ClimbForm", text=_words(_("What do you ask of them?"))),
    "answer": _form("AnswerForm", text=_words(_("The answer"))),
    "review": _form("ReviewForm", text=_words(_("How it stands")), day=_day(_("To be looked at on"))),
    "hand_on": _form("HandOnForm", leader=_leader(), text=_words(_("Why another leader"))),
    "close": _form(
        "CloseForm",
        text=_words(
            _("What came of it"), _("Everybody who raised it reads this. Key attention ends today; the plan is closed.")
        ),
    ),
    "reopen": _form("ReopenForm", text=_words(_("Why it is taken up again")), day=_day(_("To be looked at on"))),
}


def first_values(do: str, edit: int, leader_id: uuid.UUID | None) -> dict[str, Any]:
    """Return what a form begins with: a look in two weeks; the leader stays empty where another is to be named."""
    leader = str(leader_id) if leader_id and do == "take_on" else ""
    return {"edit": edit, "day": clock.today() + NEXT_LOOK, "leader": leader}


class MeasureForm(forms.Form):
    """What is done, by whom, by when."""

    text = forms.CharField(label=_("What is to be done"), max_length=MOST_MEASURE)
    owner = forms.ChoiceField(label=_("Who does it"))
    due_on = _day(_("By when"))

    def __init__(self, *args: Any, staff: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the staff."""
        super().__init__(*args, **{"initial": {"due_on": clock.today() + SOON}, **kwargs})
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *staff]

    def owner_id(self) -> uuid.UUID | None:
        """Return who was chosen."""
        return id_of(self.cleaned_data["owner"])
