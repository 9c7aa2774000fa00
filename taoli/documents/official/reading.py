"""What the sheets of several forms read alike: the day they speak of, mentors within reach, days in words."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import Staff, Term
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import of_term, published

OFFICE = (Role.MORAL_OFFICE, Role.PRINCIPAL)


def day_of(term: Term) -> dt.date:
    """Return today, or the nearest day of the term."""
    return min(max(clock.today(), term.starts), term.ends)


def mentors(actor: Actor, ids: Collection[uuid.UUID]) -> list[Staff]:
    """Return the named staff in the order of names: anyone for office and principal, else only oneself."""
    wanted = set(ids) if actor.holds(*OFFICE) else {one for one in ids if one == actor.person_id}
    rows = Staff.objects.of(actor.school_id).filter(pk__in=wanted, left_on=None)
    return list(rows.select_related("subject").order_by("sort_key", "number", "id"))


def pairs_of(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Pairing]]:
    """Return mentor → the pairings of the day within reach, by class and number in class."""
    found: dict[uuid.UUID, list[Pairing]] = {}
    for row in pairings(actor, on=day_of(term)).filter(mentor_id__in=list(ids)):
        found.setdefault(row.mentor_id, []).append(row)
    return found


def by_class(own: Iterable[Pairing]) -> str:
    """Return a mentor's students, class by class: 高一(1)班 林子涵、周一诺."""
    rooms: dict[str, list[str]] = {}
    for row in own:
        rooms.setdefault(row.school_class.name, []).append(row.student.name)
    return "；".join(f"{room} {'、'.join(names)}" for room, names in rooms.items())


def scheme_of(actor: Actor, term: Term) -> SchemeVersion | None:
    """Return the scheme in force in a term, else the one last published; None without any."""
    return of_term(actor.school_id, term.starts, day_of(term)) or published(actor.school_id)


def chinese_day(day: dt.date) -> str:
    """Return a day as Chinese papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def subject_of(staff: Staff) -> str:
    """Return what somebody teaches, or nothing."""
    return staff.subject.name if staff.subject else ""


def numbered(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with their number in front."""
    return [{"no": str(no), **row} for no, row in enumerate(rows, 1)]
