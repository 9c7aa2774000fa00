"""Draws in the bureau's fence: what is announced, which schools have frozen a list, what may be told."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.survey import ANSWERS, Told, draw_command, pooled, told
from taoli.oversight.models import Draw, DrawPart, Member
from taoli.oversight.permissions import DRAW
from taoli.oversight.phrases.draws import QUESTIONS, WORDS, Text

# What schools may read of a draw: everything but one that was called off.
PUBLIC = Q(state__in=(Draw.State.ANNOUNCED, Draw.State.DRAWN, Draw.State.CLOSED))


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one question: `parts` are (words of the answer, how often); `mostly` the words of a bound."""

    text: Text
    told: Told
    parts: tuple[tuple[Text, int], ...]
    mostly: Text


@dataclass(frozen=True, slots=True)
class PartLine:
    """A school in a draw: `row` is None while it has frozen no list; `places` are the places drawn there."""

    member: Member
    row: DrawPart | None
    places: tuple[int, ...]
    lines: tuple[Line, ...]


def draws(actor: Actor) -> "QuerySet[Draw]":
    """Return the bureau's draws, the newest first."""
    rows: QuerySet[Draw] = DRAW.within(Draw.objects.all(), actor, "view")
    return rows.order_by("-announced_at", "-id")


def get_draw(actor: Actor, pk: uuid.UUID) -> Draw:
    """Return a draw of the bureau; 404 otherwise."""
    row = draws(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def parts_of(row: Draw) -> list[PartLine]:
    """Return the member schools in the order of strokes with what they have handed in; two reads."""
    here = Q(left_on=None) | Q(pk__in=DrawPart.objects.of(row.school_id).filter(draw=row).values("member_id"))
    members = Member.objects.of(row.school_id).filter(here).order_by("sort_key", "code")
    parts = {one.member_id: one for one in DrawPart.objects.of(row.school_id).filter(draw=row)}
    return [_part(row, one, parts.get(one.pk)) for one in members]


def pooled_lines(row: Draw) -> tuple[Line, ...]:
    """Return what is told of all schools together; nothing before the draw has closed."""
    if not row.pooled:
        return ()
    found = []
    for key, text in QUESTIONS[row.whom]:
        kept = row.pooled[key]
        known = Told(kept["n"], tuple(kept["counts"]) if kept["counts"] else None, kept["mostly"])
        found.append(_line(text, known))
    return tuple(found)


def lines_of(whom: str, counts: Mapping[str, list[int]]) -> tuple[Line, ...]:
    """Return what may be told of a school's counts, question by question."""
    return tuple(_line(text, told(tuple(counts.get(key, (0,) * len(ANSWERS))))) for key, text in QUESTIONS[whom])


def pool_of(row: Draw) -> dict[str, dict[str, object]]:
    """Return what may be told of all schools together, question by question, to be kept when a draw closes."""
    counts = list(
        DrawPart.objects.of(row.school_id).filter(draw=row).exclude(told_at=None).values_list("counts", flat=True)
    )
    found: dict[str, dict[str, object]] = {}
    for key, _text in QUESTIONS[row.whom]:
        sums = pooled([tuple(one[key]) for one in counts])
        found[key] = {"n": sums.n, "counts": list(sums.counts) if sums.counts else None, "mostly": sums.mostly}
    return found


def command_of(row: Draw, code: str = "") -> str:
    """Return what anybody can type to draw again: the places of one school, or of all where they are drawn together."""
    if not row.seed or (row.each and code not in row.sizes):
        return ""
    return draw_command({code: row.sizes[code]} if row.each else row.sizes, row.k, row.seed)


def short_of(row: Draw) -> int:
    """Return how many places are lacking where lists are shorter than what was to be drawn; 0 mostly."""
    wanted = row.k * len(row.places) if row.each else row.k
    return wanted - sum(len(one) for one in row.places.values()) if row.seed else 0


def _part(row: Draw, member: Member, part: DrawPart | None) -> PartLine:
    lines = lines_of(row.whom, part.counts) if part and part.told_at else ()
    return PartLine(member, part, tuple(row.places.get(member.code, ())), lines)


def _line(text: Text, known: Told) -> Line:
    parts = tuple(zip(WORDS.values(), known.counts, strict=True)) if known.counts else ()
    return Line(text, known, parts, WORDS.get(known.mostly, ""))
