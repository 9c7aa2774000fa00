"""A letter from a phone, read as the record page reads its form; and what is typed to put it right."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.forms.records import RecordForm
from taoli.guidance.phrases import WAYS, full_date
from taoli.guidance.queries.choices import Choice, asked_of_records, choices
from taoli.guidance.queries.on_duty import writable
from taoli.guidance.queries.outbox import students_in
from taoli.guidance.services import NotTakenError, RecordFacts
from taoli.roster.queries.calendar import current_term

# Which field is wrong → what to do about it (phrases.outbox).
CODES = {"students": "students", "date": "date", "kind": "kind", "topics": "kind", "private_text": "text"}


def read(actor: Actor, content: list[list[str]]) -> tuple[Sequence[uuid.UUID], RecordFacts]:
    """Return students and facts of a letter; NotTakenError in words when the record page would refuse them.

    A student mentored on the day it tells of may be written for, although somebody else is the mentor today.
    """
    filled = QueryDict(mutable=True)
    for name, value in content:
        filled.appendlist(name, value)
    filled["again"] = "1"  # its operation id says that it is one attempt; nobody is there to be asked whether it is
    wanted = students_in(content)
    day = parse_date(filled.get("date") or "") if len(filled.get("date") or "") <= len("2026-11-23") else None
    then = writable(actor, wanted, day or clock.today())
    offered = choices(actor, also=wanted)
    known = {one.pk for one in offered}
    offered += [Choice(one.pk, one.name, "", mine=False, last="") for one in then if one.pk not in known]
    form = RecordForm(filled, actor=actor, choices=offered, asked=asked_of_records(actor.school_id))
    if not form.is_valid():
        code = next((CODES[name] for name in CODES if name in form.errors), "other")
        raise NotTakenError(code, " ".join(str(text) for texts in form.errors.values() for text in texts))
    if len(then) != len(set(form.student_ids())):
        raise NotTakenError(
            "students", _("One of the students was not yours on that day, so it cannot become your record.")
        )
    facts = form.facts(made="missed" not in filled)
    if not in_term(actor.school_id, facts.held_on):
        raise NotTakenError("date", _("%(day)s lies outside this term.") % {"day": full_date(facts.held_on)})
    return form.student_ids(), facts


def in_term(school_id: int, day: dt.date) -> bool:
    """Say whether a day lies in the school's current term."""
    term = current_term(school_id)
    return term is not None and term.starts <= day <= term.ends


class MendForm(forms.Form):
    """What of a returned letter can be put right: day, way, guidances and text."""

    date = forms.DateField(
        label=gettext_lazy("Held on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    kind = forms.ChoiceField(label=gettext_lazy("Way"), choices=[(key, way.label) for key, way in WAYS.items()])
    topics = forms.MultipleChoiceField(label=gettext_lazy("Guidances"), required=False)
    private_text = forms.CharField(
        label=gettext_lazy("For me and those entitled"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, school_id: int, content: list[list[str]], **kwargs: Any) -> None:
        """Begin with what was written, as far as it can still be chosen."""
        said = dict(content)
        labels = asked_of_records(school_id).labels
        written = [value for name, value in content if name == "topics"]
        initial = {name: said.get(name, "") for name in ("date", "kind", "private_text")}
        kwargs["initial"] = {**initial, "topics": [one for one in written if one in labels]}
        super().__init__(*args, **kwargs)
        topics: Any = self.fields["topics"]
        topics.choices = [(label, label) for label in labels]
        topics.widget = forms.CheckboxSelectMultiple(choices=topics.choices)
        if not labels:
            del self.fields["topics"]

    def said(self) -> list[list[str]]:
        """Return what goes in the place of what was written."""
        said = self.cleaned_data
        pairs = [["date", said["date"].isoformat()], ["kind", said["kind"]], ["private_text", said["private_text"]]]
        return [*pairs, *(["topics", label] for label in said.get("topics", ()))]


MENDED = ("date", "kind", "topics", "private_text")


class AsideForm(forms.Form):
    """Why a letter is set aside."""

    reason = forms.CharField(label=gettext_lazy("Why it is set aside"), max_length=100)
