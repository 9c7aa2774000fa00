"""A voice with what was taken into it; the wording read through; a correction's reason; a month as a grid."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from taoli.archive.queries.evidence import Fact
from taoli.archive.queries.performance import GridRow
from taoli.archive.queries.settings import Kept
from taoli.archive.queries.voices import Voice
from taoli.archive.services.evaluations import MOST_TEXT
from taoli.archive.services.performance import MonthLine
from taoli.common import clock
from taoli.common.ids import id_of
from taoli.common.typed import Line, Lines
from taoli.roster.models import Term


class VoiceForm(forms.Form):
    """What one says of a term; `term` and `kind` say which voice it is, `facts` what was taken into it."""

    text = Lines(label=_("In your words"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 8}))
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def taken(self, evidence: Sequence[Fact]) -> list[Fact]:
        """Return the sentences that were taken, in their order."""
        keys = set(self.data.getlist("facts")) if isinstance(self.data, QueryDict) else set()
        return [fact for fact in evidence if fact.key in keys]


def take(post: QueryDict, evidence: Sequence[Fact]) -> QueryDict:
    """Return what was typed with one more sentence at its end, as the button of that sentence asks."""
    more = post.copy()
    fact = next((one for one in evidence if one.key == post.get("take")), None)
    if fact is not None:
        more["text"] = "\n".join(part for part in (post.get("text", "").rstrip(), fact.text) if part)
        more.appendlist("facts", fact.key)
    return more


def chosen_voice(voices: Sequence[Voice], asked: str) -> Voice:
    """Return the voice asked for, else the nearest."""
    return next((one for one in voices if one.kind == asked), voices[0])


def chosen_term(terms: Sequence[Term], asked: str) -> Term | None:
    """Return the term asked for, else the latest begun; None without a calendar."""
    return next((one for one in terms if str(one.pk) == asked), terms[0] if terms else None)


def proof_texts(post: QueryDict) -> dict[uuid.UUID, str]:
    """Return voice → its wording as read through."""
    found = {id_of(name.removeprefix("voice-")): str(post[name]) for name in post if name.startswith("voice-")}
    return {pk: text for pk, text in found.items() if pk is not None}


class ReasonForm(forms.Form):
    """Why something released is corrected."""

    reason = Line(label=_("Why it is corrected"), max_length=100)


def month_of(text: str) -> dt.date:
    """Return the first day of the month asked for (2026-11), this month without one."""
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return clock.today().replace(day=1)


def month_lines(post: QueryDict) -> list[MonthLine]:
    """Return the lines of a month as typed."""
    found = []
    for pk in filter(None, map(id_of, post.getlist("student"))):
        edit = post.get(f"edit-{pk}", "")
        found.append(
            MonthLine(
                student_id=pk,
                aspects=post.getlist(f"aspects-{pk}"),
                sentence=post.get(f"sentence-{pk}", ""),
                edit=int(edit) if edit.isdecimal() else 0,
            )
        )
    return found


def typed_lines(rows: Sequence[GridRow], typed: Sequence[MonthLine]) -> list[GridRow]:
    """Return the lines of the page; what was typed and not saved stands in the place of what is kept."""
    said = {line.student_id: line for line in typed}
    return [_typed(row, said.get(row.student.pk)) for row in rows]


def _typed(row: GridRow, line: MonthLine | None) -> GridRow:
    return GridRow(row.student, tuple(line.aspects), line.sentence, line.edit) if line else row


class SettingsForm(forms.Form):
    """Sections in order, and what families may."""

    family_reads = forms.BooleanField(label=_("Families read what was written for them"), required=False)
    family_writes = forms.BooleanField(label=_("Families may add entries"), required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kept: Kept, known: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer every section with its place; those switched off stand last, without one."""
        begun: dict[str, Any] = {
            "family_reads": kept.family_reads,
            "family_writes": kept.family_writes,
            "edit": kept.edit,
        }
        order = {key: place for place, key in enumerate(kept.keys, 1)}
        super().__init__(*args, **{**kwargs, "initial": begun})
        self.keys = sorted((key for key, _words in known), key=lambda key: order.get(key, len(known) + 1))
        words = dict(known)
        for key in self.keys:
            self.fields[f"place-{key}"] = forms.IntegerField(
                label=words[key], required=False, min_value=1, max_value=99, initial=order.get(key)
            )

    def lines(self) -> list[Any]:
        """Return the field of each section."""
        return [self[f"place-{key}"] for key in self.keys]

    def sections(self) -> list[str]:
        """Return the sections that have a place, in its order."""
        said = self.cleaned_data
        placed = [(said[f"place-{key}"], key) for key in self.keys if said.get(f"place-{key}")]
        return [key for _place, key in sorted(placed, key=lambda one: one[0])]
