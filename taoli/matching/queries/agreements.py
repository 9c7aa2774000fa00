"""Agreements: the words, whose yes is asked for, and the list to tick for what was signed on paper."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import translation

from taoli.common.policy import Actor, Role
from taoli.matching.models import Agreement, AgreementText, ChoiceRound, Pairing
from taoli.matching.permissions import AGREEMENT
from taoli.matching.phrases.agreement import SIDES, default_text
from taoli.matching.queries.closing import agreements, round_pairings, sides_of, signed

SIDE_OF: Mapping[Role, str] = {
    Role.MENTOR: Agreement.Side.MENTOR,
    Role.STUDENT: Agreement.Side.STUDENT,
    Role.GUARDIAN: Agreement.Side.GUARDIAN,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A pairing on a list: which sides have signed, which are missing."""

    pairing: Pairing
    signed: tuple[str, ...]
    missing: tuple[str, ...]


def text_of(choice: ChoiceRound) -> str:
    """Return the words of the round's agreement as they are now: the school's own, else ours."""
    row = latest_text(choice)
    if row is not None:
        return row.text
    with translation.override("zh-hans"):
        return default_text(sides_of(choice))


def latest_text(choice: ChoiceRound) -> AgreementText | None:
    """Return the newest wording of a round that has been saved, None for ours."""
    return AgreementText.objects.of(choice.school_id).filter(round=choice).order_by("-number").first()


def get_agreement_round(actor: Actor, pk: uuid.UUID, action: str) -> ChoiceRound:
    """Return a published round whose scheme asks for agreements; 404 for anything else."""
    rows = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme").filter(pk=pk)
    choice = rows.filter(state=ChoiceRound.State.PUBLISHED).first() if AGREEMENT.may(actor, action) else None
    if choice is None or not sides_of(choice):
        raise Http404
    return choice


def side_of(actor: Actor) -> str:
    """Return the side on which somebody signs; 404 for whoever signs nothing."""
    for role, side in SIDE_OF.items():
        if actor.holds(role):
            return side
    raise Http404


def lines(actor: Actor, choice: ChoiceRound, action: str) -> list[Line]:
    """Return the round's pairings within reach, each with who has signed."""
    rows = AGREEMENT.within(Pairing.objects.of(choice.school_id), actor, action)
    reached = set(rows.values_list("pk", flat=True))
    sides, known = sides_of(choice), agreements(choice)
    return [
        Line(
            pairing=row,
            signed=tuple(side for side in sides if signed(known.get(row.pk), side)),
            missing=tuple(side for side in sides if not signed(known.get(row.pk), side)),
        )
        for row in round_pairings(choice)
        if row.pk in reached
    ]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One class of the list: its lines, all classes with how many students still miss a yes, sides in words."""

    lines: list[Line]
    rooms: list[tuple[str, str, int]]
    room: str
    sides: list[tuple[str, Any]]
    done: int
    total: int


def sheet_of(actor: Actor, choice: ChoiceRound, room: str) -> Sheet:
    """Return the list of one class within reach (the first one unless named)."""
    found = lines(actor, choice, "enter")
    rooms: dict[str, str] = {}
    missing: Counter[str] = Counter()
    for line in found:
        key = str(line.pairing.school_class_id)
        rooms[key] = line.pairing.school_class.name
        missing[key] += bool(line.missing)
    chosen = room if room in rooms else next(iter(rooms), "")
    return Sheet(
        lines=[line for line in found if str(line.pairing.school_class_id) == chosen],
        rooms=[(key, name, missing[key]) for key, name in rooms.items()],
        room=chosen,
        sides=[(side, SIDES[side]) for side in sides_of(choice)],
        done=sum(not line.missing for line in found),
        total=len(found),
    )


def ticked(values: Iterable[str]) -> dict[uuid.UUID, set[str]]:
    """Return pairing → sides of ticks written as pairing:side; anything else is left out."""
    found: dict[uuid.UUID, set[str]] = {}
    for value in values:
        pairing, _colon, side = value.partition(":")
        try:
            found.setdefault(uuid.UUID(pairing), set()).add(side)
        except ValueError:
            continue
    return found


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """The words, the own side, and the own pairings: those that wait for a yes, and those that have it."""

    text: str
    side: str
    open: list[Line]
    signed: list[Line]


def own_sheet(actor: Actor, choice: ChoiceRound) -> OwnSheet:
    """Return the page of who signs."""
    side = side_of(actor)
    found = lines(actor, choice, "sign")
    return OwnSheet(
        text=text_of(choice),
        side=side,
        open=[line for line in found if side in line.missing],
        signed=[line for line in found if side in line.signed],
    )
