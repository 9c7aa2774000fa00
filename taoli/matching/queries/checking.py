"""A move in words, before it is saved."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.matching.models import MatchRun, Seat
from taoli.matching.phrases import finding_sentence, gain_line, hint_words
from taoli.matching.queries.board import sees_ranks
from taoli.matching.queries.moves import Table, glance, hints, think
from taoli.matching.queries.names import names_of
from taoli.matching.queries.rounds import offers

TOLD = 3  # claims told one by one


@dataclass(frozen=True, slots=True)
class Checked:
    """What a move does: who goes along, rules that break, wishes it touches (for the officer), the best exchange.

    `edit`: of the student's seat, so that a move that was checked on another board is noticed.
    """

    mentor: str
    along: list[str]
    breaks: list[str]
    wishes: list[str]
    edit: int
    exchange: dict[str, Any] | None


def check_move(actor: Actor, run: MatchRun, student_id: uuid.UUID, mentor_id: uuid.UUID) -> Checked:
    """Return the move in words; KeyError for a mentor who is not on offer."""
    names = names_of(run)
    table = glance(run)
    moving = think(table, student_id, mentor_id)
    exchange = None
    if moving.exchange:
        found = moving.exchange
        exchange = {
            "partner": found.partner_id,
            "name": names.get(found.partner_id, ""),
            "ranks": found.rank_change,
            "breaks": [finding_sentence(one, names) for one in found.findings],
        }
    seat = seat_view(run, student_id)
    wishes: list[str] = []
    if sees_ranks(actor, run):
        wishes = [*_gains(table, moving.student_ids, str(mentor_id), names)]
        wishes += [finding_sentence(one, names) for one in moving.wishes[:TOLD]]
        if len(moving.wishes) > TOLD:
            wishes.append(_("%(count)s more students could say the same.") % {"count": len(moving.wishes) - TOLD})
    return Checked(
        mentor=names.get(str(mentor_id), ""),
        along=[names.get(one, "") for one in moving.student_ids if one != str(student_id)],
        breaks=[finding_sentence(one, names) for one in moving.breaks],
        wishes=wishes,
        edit=seat.edit if seat else 0,
        exchange=exchange,
    )


def _gains(table: Table, students: tuple[str, ...], mentor: str, names: Mapping[str, str]) -> list[str]:
    found = []
    for one in students:
        now = table.seats.get(one)
        if table.seating.students[one].wishes:
            rank = table.rank(one, now) if now else None
            found.append(gain_line(names.get(one, ""), rank, table.rank(one, mentor)))
    return [line for line in found if line]


def column_hints(run: MatchRun, student_id: uuid.UUID) -> dict[str, str]:
    """Return mentor → what would break there, in few words."""
    found = hints(glance(run), str(student_id))
    return {mentor: "、".join(hint_words(one) for one in broken) for mentor, broken in found.items()}


def mentor_options(run: MatchRun) -> list[tuple[str, str]]:
    """Return the mentors a student may be moved to, each with the present load."""
    loads: dict[uuid.UUID, int] = {}
    for mentor in Seat.objects.of(run.school_id).filter(run=run).values_list("mentor_id", flat=True):
        loads[mentor] = loads.get(mentor, 0) + 1
    return [
        (
            str(offer.staff_id),
            _("%(name)s · %(load)s of %(most)s")
            % {"name": offer.staff.name, "load": loads.get(offer.staff_id, 0), "most": offer.maximum},
        )
        for offer in offers(run.round)
        if not offer.absent
    ]


def seat_view(run: MatchRun, student_id: uuid.UUID) -> Seat | None:
    """Return the student's present seat with mentor and group, None for somebody not yet placed."""
    rows = Seat.objects.of(run.school_id).filter(run=run, student_id=student_id)
    return rows.select_related("mentor", "group").first()
