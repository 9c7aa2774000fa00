"""A move in words, before it is saved."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.matching.models import MatchRun, Seat
from taoli.matching.permissions import WISH
from taoli.matching.phrases import finding_sentence, hint_words
from taoli.matching.queries.moves import hints, table_of, think
from taoli.matching.queries.names import names_of
from taoli.matching.queries.rounds import offers


@dataclass(frozen=True, slots=True)
class Checked:
    """What a move does: who goes along, rules that break, wishes it touches (for the officer), the best exchange."""

    mentor: str
    along: list[str]
    breaks: list[str]
    wishes: list[str]
    exchange: dict[str, Any] | None


def check_move(actor: Actor, run: MatchRun, student_id: uuid.UUID, mentor_id: uuid.UUID) -> Checked:
    """Return the move in words; KeyError for a mentor who is not on offer."""
    names = names_of(run)
    moving = think(table_of(run), student_id, mentor_id)
    exchange = None
    if moving.exchange:
        found = moving.exchange
        exchange = {
            "partner": found.partner_id,
            "name": names.get(found.partner_id, ""),
            "ranks": found.rank_change,
            "breaks": [finding_sentence(one, names) for one in found.findings],
        }
    return Checked(
        mentor=names.get(str(mentor_id), ""),
        along=[names.get(one, "") for one in moving.student_ids if one != str(student_id)],
        breaks=[finding_sentence(one, names) for one in moving.breaks],
        wishes=[finding_sentence(one, names) for one in moving.wishes] if WISH.may(actor, "enter") else [],
        exchange=exchange,
    )


def column_hints(run: MatchRun, student_id: uuid.UUID) -> dict[str, str]:
    """Return mentor → what would break there, in few words."""
    found = hints(table_of(run), str(student_id))
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
