"""A change thought through before anything is written: a line a student, with the proposed mentor and the choices."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.matching.models import Pairing
from taoli.matching.queries.standing import Proposing, Standing, propose
from taoli.roster.models import Student

FITTING, OTHERS = 20, 20


@dataclass(frozen=True, slots=True)
class Line:
    """A student, the pairing until now, the proposed mentor's id ("": nobody), the mentors to choose from."""

    student: Student
    room: str
    pairing: Pairing | None
    proposed: str
    options: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def before(self) -> str:
        """Name of the mentor until now."""
        return self.pairing.mentor.name if self.pairing else ""


def lines_of(
    now: Standing,
    students: Sequence[Student],
    *,
    avoid: Collection[str] = (),
    first: Mapping[str, str] | None = None,
    rooms: Mapping[uuid.UUID, str] | None = None,
    stay: Collection[uuid.UUID] = (),
) -> list[Line]:
    """Return a line a student, in the given order; `stay`: who keep their mentor; `rooms`: names of their classes."""
    ids = [str(one.pk) for one in students if one.pk not in set(stay)]
    found = propose(now, ids, avoid=avoid, first=first)
    seats = Proposing(now, leaving=ids, avoid=avoid)
    for student, mentor in found.items():
        if mentor:
            seats.take(student, mentor)
    return [_line(now, seats, one, found, first or {}, rooms or {}) for one in students]


def _line(
    now: Standing,
    seats: Proposing,
    one: Student,
    found: Mapping[str, str],
    first: Mapping[str, str],
    rooms: Mapping[uuid.UUID, str],
) -> Line:
    key, pairing = str(one.pk), now.live.get(one.pk)
    proposed = found.get(key, str(pairing.mentor_id) if pairing else "")
    fitting = seats.options(key)[:FITTING]
    others = [other for other in now.mentors if other not in fitting and other not in seats.avoid][:OTHERS]
    shown = list(dict.fromkeys([proposed, first.get(key, ""), *fitting, *others]))
    note = "" if proposed else _("No seat is free within the rules. Please choose, or leave it for now.")
    if proposed and proposed == first.get(key):
        note = _("the mentor before")
    return Line(
        student=one,
        room=rooms.get(one.pk, one.school_class.name),
        pairing=pairing,
        proposed=proposed,
        options=tuple((other, words_of(now, seats, other)) for other in shown if other in now.staff),
        note=note,
    )


def words_of(now: Standing, seats: Proposing, mentor: str) -> str:
    """Say a mentor with the load after the proposal."""
    limit = now.mentors[mentor].max if mentor in now.mentors else 0
    words = {"name": now.staff[mentor].name, "load": seats.load[mentor], "most": limit}
    return _("%(name)s · %(load)s of %(most)s") % words


def names(now: Standing) -> dict[str, str]:
    """Return id → name of the staff."""
    return {pk: one.name for pk, one in now.staff.items()}


def students_of(school_id: int, mentor_id: uuid.UUID, from_day: dt.date) -> list[Student]:
    """Return the students whose pairing with the mentor has no end, by class."""
    held = Pairing.objects.of(school_id).filter(mentor_id=mentor_id, ends=None, starts__lte=from_day)
    return people_by(school_id, list(held.values_list("student_id", flat=True)))


def people_by(school_id: int, ids: Collection[uuid.UUID]) -> list[Student]:
    """Return students by class and number in class."""
    rows = Student.objects.of(school_id).filter(pk__in=list(ids)).select_related("school_class", "mentor")
    return list(rows.order_by("school_class__grade__order", "school_class__number", "seat", "sort_key", "id"))
