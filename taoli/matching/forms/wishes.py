"""Handing in wishes: on a page, by a code, on paper, as a workbook."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.policy import Actor
from taoli.matching import services
from taoli.matching.forms.fields import MOST_DIGITS
from taoli.matching.models import ChoiceCode
from taoli.matching.queries.choosing import Typed


class WorkbookForm(forms.Form):
    """A workbook of wishes."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}), max_length=120
    )


class CodeForm(forms.Form):
    """The code of a slip, as typed in the computer room."""

    code = forms.CharField(
        label=_("Code on your slip"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "autofocus": True}
        ),
    )


class IssueForm(forms.Form):
    """For which class codes or links are made."""

    room = forms.ChoiceField(label=_("Class"))
    kind = forms.ChoiceField(
        label=_("What is printed"), choices=ChoiceCode.Kind.choices, widget=forms.RadioSelect, initial="room"
    )

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], outside: bool, **kwargs: Any) -> None:
        """Offer the classes of the round; links for families only where these can reach the server."""
        super().__init__(*args, **kwargs)
        room, kind = self.fields["room"], self.fields["kind"]
        assert isinstance(room, forms.ChoiceField)
        assert isinstance(kind, forms.ChoiceField)
        room.choices = list(rooms)
        if not outside:
            kind.choices = [one for one in ChoiceCode.Kind.choices if one[0] != ChoiceCode.Kind.FAMILY]


def typed_wishes(post: QueryDict) -> Typed:
    """Return what stands in a form of wishes; a tap on a button without a script changes the order but saves nothing.

    `tap`: add, drop, up or down with the mentor's id behind a colon, or "clear".
    """
    order = ids_of(post.getlist("w"))
    reasons = {one: post.get(f"reason_{one}", "").strip()[:200] for one in order}
    edit = post.get("edit", "")
    verb, _colon, which = post.get("tap", "").partition(":")
    return Typed(
        mentor_ids=tuple(_tapped(order, verb, ids_of([which]))),
        reasons=reasons,
        edit=int(edit) if edit.isdecimal() and len(edit) < MOST_DIGITS else 0,
        draft=post.get("draft", ""),
    )


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of a form of wishes: where to go, or why not (`stale`: saved elsewhere meanwhile); what was typed."""

    typed: Typed
    answer: HttpResponse | None = None
    late: bool = False
    error: str = ""
    stale: bool = False


def hand_in(request: HttpRequest, *, by: Actor, source: str, then: str, round_id: uuid.UUID | None = None) -> HandedIn:
    """Save the wishes of a POST for the student who acts, once, and go on to `then`; a tap saves nothing.

    `round_id`: that of the code; None for the one the form names, so that a form is not taken for a later round.
    """
    typed, late = typed_wishes(request.POST), []
    named = ids_of([request.POST.get("round", "")])
    meant = round_id or (named[0] if named else uuid.UUID(int=0))

    ready: list[services.ReadyWishes] = []

    def check() -> None:
        ready.append(
            services.ready_wishes(
                by=by,
                round_id=meant,
                student_id=by.person_id or uuid.UUID(int=0),
                mentor_ids=typed.mentor_ids,
                reasons=[typed.reasons.get(one, "") for one in typed.mentor_ids],
                source=source,
                edit=typed.edit,
            )
        )

    def work() -> str:
        late.append(services.write_wishes(ready[0]))
        return then

    if request.POST.get("tap"):
        return HandedIn(typed)
    try:
        answer = once(request, work, by=by, before=check)
    except TaoliError as refusal:
        return HandedIn(typed, error=str(refusal), stale=isinstance(refusal, ConflictError))
    return HandedIn(typed, answer, late=any(late))


def paper_lines(post: QueryDict, ranks: int) -> list[services.PaperLine]:
    """Return the lines of a page of typed sheets that have anything in them, spaces taken out."""
    columns = [post.getlist(f"wish{place}") for place in range(1, ranks + 1)]
    replaced = set(post.getlist("replace"))
    found = []
    for place, number in enumerate(post.getlist("number")):
        wishes = ["".join(column[place].split())[:60] if place < len(column) else "" for column in columns]
        line = services.PaperLine("".join(number.split())[:30], tuple(wishes), str(place) in replaced)
        if line.number or any(line.wishes):
            found.append(line)
    return found


def _tapped(order: list[uuid.UUID], verb: str, which: list[uuid.UUID]) -> list[uuid.UUID]:
    if verb == "clear":
        return []
    if verb == "add" and which and which[0] not in order:
        return [*order, which[0]]
    if not which or which[0] not in order:
        return order
    place, rest = order.index(which[0]), [one for one in order if one != which[0]]
    target = {"up": max(place - 1, 0), "down": place + 1}.get(verb)
    return rest if verb == "drop" else order if target is None else [*rest[:target], which[0], *rest[target:]]
