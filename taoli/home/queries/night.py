"""The night-duty card: whom to call for a student, for whoever is on duty; no log written, no data shown."""

import datetime as dt
import uuid
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.home.permissions import NIGHT_CARD
from taoli.roster.models import Guardianship, SchoolNumbers, Student, WatchTurn
from taoli.roster.permissions import in_turn, living
from taoli.roster.queries.students import guardians_of
from taoli.roster.queries.watch import numbers_of, own_turn, turns_at

MOST = 20
OPENED = "night_card"  # in the session: in which school until when, for somebody who has given a reason


@dataclass(frozen=True, slots=True)
class Leave:
    """Why the card is open for somebody: a turn on duty, or a reason given; until when."""

    until: dt.datetime
    turn: WatchTurn | None

    @property
    def on_duty(self) -> bool:
        """Whether it is a turn."""
        return self.turn is not None

    @property
    def seconds(self) -> int:
        """How long it stays open."""
        return max(0, int((self.until - clock.now()).total_seconds()))


@dataclass(frozen=True, slots=True)
class NightStudent:
    """A student on the card: who to call, in which room, who knows the student."""

    student: Student
    room: str
    guardianships: list[Guardianship]


@dataclass(frozen=True, slots=True)
class NightCard:
    """What stands on the card without any student."""

    numbers: SchoolNumbers
    turns: list[WatchTurn]


def leave_of(actor: Actor, session: MutableMapping[str, Any]) -> Leave | None:
    """Return why the actor may open the card just now; None for nobody on duty who has given no reason."""
    turn = own_turn(actor)
    if turn is not None:
        return Leave(turn.ends, turn)
    until = broken_until(actor.school_id, session) if NIGHT_CARD.may(actor, "without_duty") else None
    return Leave(until, None) if until else None


def broken_until(school_id: int, session: MutableMapping[str, Any]) -> dt.datetime | None:
    """Return until when the card is open in this browser for a reason given; None when it is not."""
    school, text = session.get(OPENED, (None, ""))
    until = dt.datetime.fromisoformat(text) if school == school_id else None
    return until if until and until > clock.now() else None


def night_card(actor: Actor, leave: Leave) -> NightCard:
    """Return numbers and who is on duty; the opening is logged first."""
    log_view(actor, "home.night_card", [leave.turn.pk if leave.turn else "reason"], page="home:night_card")
    return NightCard(numbers_of(actor.school_id), list(turns_at(actor.school_id, clock.now())))


def night_search(actor: Actor, leave: Leave, text: str) -> list[NightStudent]:
    """Return students by name, initials, number, class or room, with their guardians; each is logged first."""
    words = text.strip()
    if not words:
        return []
    rooms = living(actor.school_id).filter(group__name__contains=words)
    found = _reached(actor, leave).filter(
        Q(name__contains=words)
        | Q(sort_key__contains=words.lower())
        | Q(number=words)
        | Q(school_class__name__contains=words)
        | Q(pk__in=rooms.values("student_id"))
    )
    return _with_guardians(actor, list(found[:MOST]), "home:night_card")


def night_sheet(actor: Actor, leave: Leave | None) -> list[NightStudent]:
    """Return every student within reach, for paper in a sealed envelope or a copy on the phone; all are logged first.

    404 for whoever has no leave.
    """
    if leave is None:
        raise Http404
    return _with_guardians(actor, list(_reached(actor, leave)), "home:night_sheet")


def _reached(actor: Actor, leave: Leave) -> "QuerySet[Student]":
    """Dormitory staff reach those who live in their house, or all boarders; the others the whole school."""
    rows = Student.objects.of(actor.school_id).filter(left_on=None)
    if leave.turn is not None:
        rows = rows.filter(in_turn(leave.turn))
    return rows.select_related("school_class__homeroom_teacher", "mentor").order_by(
        "school_class__grade__order", "school_class__number", "seat", "sort_key", "id"
    )


def _with_guardians(actor: Actor, students: list[Student], page: str) -> list[NightStudent]:
    ids = [one.pk for one in students]
    log_view(actor, "roster.guardian", ids, page=page)
    ties = guardians_of(actor.school_id, ids)
    rooms = living(actor.school_id).filter(student_id__in=ids).values_list("student_id", "group__name")
    room: dict[uuid.UUID, str] = dict(rooms)
    return [NightStudent(one, room.get(one.pk, ""), ties.get(one.pk, [])) for one in students]
