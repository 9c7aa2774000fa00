"""The bureau's side of a draw: announced, drawn when the number is known, closed; what schools hand in."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.survey import draw, places_drawn, seed_of
from taoli.oversight.models import DRAW_MOVES, Draw, DrawPart, Member
from taoli.oversight.queries.draws import pool_of
from taoli.oversight.services.news import tell_of_draw

State = Draw.State
WAIT = dt.timedelta(days=14)  # five school days to see the result first, a holiday between


@dataclass(frozen=True, slots=True)
class DrawFacts:
    """What is announced. `schools`: how many schools are drawn by the same seed; None: all."""

    title: str
    whom: str
    k: int
    each: bool
    schools: int | None
    sentence: str
    number_from: str
    seed_on: dt.date
    ends_on: dt.date
    telephone: str


@dataclass(frozen=True, slots=True)
class HandedList:
    """What leaves a school of its frozen list: how long it is, and a hash that nothing can be guessed from."""

    draw_id: uuid.UUID
    code: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HandedResult:
    """What leaves a school of the answers: `counts` is question → how many said yes, rather, no."""

    draw_id: uuid.UUID
    code: str
    asked: int
    agreed: int
    missed: int
    counts: Mapping[str, tuple[int, ...]]
    remark: str = ""


def announce(*, by: Actor, facts: DrawFacts) -> Draw:
    """Publish a draw to the schools. TaoliError: the day of the number is not after today, or calls end before it."""
    if facts.seed_on <= clock.today():
        raise TaoliError(_("The number has to be of a later day, so that nobody can know it yet."))
    if facts.ends_on <= facts.seed_on:
        raise TaoliError(_("The calls end after the day of the number."))
    with change(by=by, action="draw.announce", whom=facts.whom, k=facts.k, seed_on=facts.seed_on) as note:
        row = Draw.objects.create(school_id=by.school_id, announced_at=clock.now(), **asdict(facts))
        note.object_id = row.pk
        tell_of_draw(draw=row, kind="draw_announced")
    return row


def type_number(*, by: Actor, draw_id: uuid.UUID, number: str) -> Draw:
    """Draw: the number makes the seed, the seed the schools and the places. Once.

    ConflictError: it has been drawn; TaoliError: too early, no list, nothing typed.
    """
    with change(by=by, action="draw.draw", object_id=draw_id) as note:
        row = _locked(by.school_id, draw_id)
        if row.state != State.ANNOUNCED:
            raise ConflictError(_("This has been drawn already. The number stays as it was typed."))
        if clock.today() < row.seed_on:
            raise TaoliError(_("The number is of %(day)s. Nothing can be drawn before.") % {"day": row.seed_on})
        sizes = _sizes(row)
        if not sizes:
            raise TaoliError(_("No school has frozen its list yet, so there is nothing to draw from."))
        try:
            row.seed = seed_of(row.sentence, number)
        except ValueError:
            raise TaoliError(_("Please type the number.")) from None
        chosen = draw(sizes, row.schools, row.seed) if row.schools else tuple(sizes)
        row.sizes = {code: size for code, size in sizes.items() if code in chosen}
        drawn = places_drawn(row.sizes, row.k, row.seed, each=row.each)
        row.places = {code: list(places) for code, places in drawn.items()}
        row.number, row.state, row.drawn_at = number.strip(), State.DRAWN, clock.now()
        row.save()
        note.data.update(seed=row.seed, schools=len(row.sizes))
        tell_of_draw(draw=row, kind="draw_drawn", codes=sizes)
    return row


def close_draw(*, by: Actor, draw_id: uuid.UUID) -> Draw:
    """Close a draw: nothing is taken any more, and what may be told of all schools together is reckoned, once."""
    with change(by=by, action="draw.close", object_id=draw_id):
        row = _locked(by.school_id, draw_id)
        _move(row, State.CLOSED)
        waiting = [code for code in row.places if code not in _told(row)]
        until = row.ends_on + WAIT
        if waiting and clock.today() <= until:
            raise TaoliError(
                ngettext(
                    "%(n)s school has not told its counts yet; it has time until %(day)s.",
                    "%(n)s schools have not told their counts yet; they have time until %(day)s.",
                    len(waiting),
                )
                % {"n": len(waiting), "day": until}
            )
        row.pooled = pool_of(row)
        row.save(update_fields=["state", "pooled"])
    return row


def call_off(*, by: Actor, draw_id: uuid.UUID) -> Draw:
    """Call a draw off before it is drawn; the schools see it no longer."""
    with change(by=by, action="draw.call_off", object_id=draw_id):
        row = _locked(by.school_id, draw_id)
        _move(row, State.CANCELLED)
        row.save(update_fields=["state"])
        tell_of_draw(draw=row, kind="draw_off")
    return row


def take_list(*, bureau_id: int, handed: HandedList) -> DrawPart:
    """Take in the length and hash of a school's list, in the bureau's fence; the same one again changes nothing.

    TaoliError: no such draw, no member (any more), another list than before, drawn already.
    """
    by = system(bureau_id)
    with change(by=by, action="draw.take_list", object_id=handed.draw_id, code=handed.code, size=handed.size):
        row = _locked(bureau_id, handed.draw_id)
        member = _member(bureau_id, handed.code)
        known = DrawPart.objects.of(bureau_id).filter(draw=row, member=member).first()
        if known and (known.sha256, known.size) == (handed.sha256, handed.size):
            return known
        if known:
            raise TaoliError(_("Another list has been handed in for this draw. A list is frozen once."))
        if row.state != State.ANNOUNCED:
            raise TaoliError(_("This has been drawn already; lists are not taken any more."))
        return DrawPart.objects.create(
            school_id=bureau_id,
            draw=row,
            member=member,
            size=handed.size,
            sha256=handed.sha256,
            frozen_at=clock.now(),
        )


def take_result(*, bureau_id: int, handed: HandedResult) -> DrawPart:
    """Take in the counts of a school, in the bureau's fence; the first ones stay.

    TaoliError: closed, not drawn there, no member (any more), more answers than people who agreed.
    """
    with change(by=system(bureau_id), action="draw.take_result", object_id=handed.draw_id, code=handed.code):
        row = _locked(bureau_id, handed.draw_id)
        member = _member(bureau_id, handed.code)
        part = DrawPart.objects.of(bureau_id).filter(draw=row, member=member).first()
        if part is None or handed.code not in row.places:
            raise TaoliError(_("The school was not drawn here."))
        if part.told_at:
            return part
        if row.state != State.DRAWN:
            raise TaoliError(_("This draw has closed; counts are not taken any more."))
        answered = [sum(one) for one in handed.counts.values()]
        if (
            handed.asked != len(row.places[handed.code])
            or not max(answered, default=0) <= handed.agreed <= handed.asked
        ):
            raise TaoliError(_("The counts do not fit the places drawn."))
        part.counts = {key: list(one) for key, one in handed.counts.items()}
        part.asked, part.agreed, part.missed = handed.asked, handed.agreed, handed.missed
        part.remark, part.told_at = handed.remark, clock.now()
        part.save()
    return part


def _locked(school_id: int, draw_id: uuid.UUID) -> Draw:
    row = Draw.objects.of(school_id).select_for_update(of=("self",)).filter(pk=draw_id).first()
    if row is None:
        raise TaoliError(_("There is no such draw."))
    return row


def _member(bureau_id: int, code: str) -> Member:
    row = Member.objects.of(bureau_id).filter(code=code, left_on=None).first()
    if row is None:
        raise TaoliError(_("The school is not a member of this bureau any more."))
    return row


def _sizes(row: Draw) -> dict[str, int]:
    parts = DrawPart.objects.of(row.school_id).filter(draw=row, member__left_on=None)
    return dict(parts.order_by("member__code").values_list("member__code", "size"))


def _told(row: Draw) -> set[str]:
    parts = DrawPart.objects.of(row.school_id).filter(draw=row).exclude(told_at=None)
    return set(parts.values_list("member__code", flat=True))


def _move(row: Draw, state: str) -> None:
    if state not in DRAW_MOVES[State(row.state)]:
        raise ConflictError(_("This has been settled already."))
    row.state = state
