"""A change thought through before anything is written: a line a student, with the proposed mentor and the choices."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.matching.models import Pairing
from taoli.matching.queries.standing import Proposing, Standing, propose, standing_of
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
    """Return a line a student, in the given order, then those who move so that a seat becomes free.

    `stay`: who keep their mentor; `rooms`: names of their classes.
    """
    ids = [str(one.pk) for one in students if one.pk not in set(stay)]
    found = propose(now, ids, avoid=avoid, first=first)
    seats = Proposing(now, leaving=list(found), avoid=avoid)
    for student, mentor in found.items():
        if mentor:
            seats.take(student, mentor)
    lines = [_line(now, seats, one, found, first or {}, rooms or {}) for one in students]
    others = people_by(now.school_id, [uuid.UUID(one) for one in found if one not in set(ids)])
    note = _("moves so that a seat becomes free")
    return [*lines, *(replace(_line(now, seats, one, found, {}, rooms or {}), note=note) for one in others)]


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
    current = str(pairing.mentor_id) if pairing else ""
    shown = list(dict.fromkeys([proposed, first.get(key, ""), *([] if current in seats.avoid else [current])]))
    shown = list(dict.fromkeys([*shown, *fitting, *others]))
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


def students_of(school_id: int, mentor_id: uuid.UUID) -> list[Student]:
    """Return the students whose pairing with the mentor has no end, by class."""
    held = Pairing.objects.of(school_id).filter(mentor_id=mentor_id, ends=None)
    return people_by(school_id, list(held.values_list("student_id", flat=True)))


def people_by(school_id: int, ids: Collection[uuid.UUID]) -> list[Student]:
    """Return students by class and number in class."""
    rows = Student.objects.of(school_id).filter(pk__in=list(ids)).select_related("school_class", "mentor")
    return list(rows.order_by("school_class__grade__order", "school_class__number", "seat", "sort_key", "id"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a page proposes: the lines, the names of all staff by id, and how many have no seat within the rules."""

    lines: list[Line]
    names: dict[str, str]

    @property
    def unplaced(self) -> int:
        """How many lines propose nobody."""
        return sum(not line.proposed for line in self.lines)


def leaving_plan(school_id: int, mentor_id: uuid.UUID, starts: dt.date) -> Plan:
    """Return the students of a mentor who goes, each with the best free seat; nobody else moves."""
    now = standing_of(school_id, starts)
    return Plan(lines_of(now, students_of(school_id, mentor_id), avoid={str(mentor_id)}), names(now))


def alone_plan(school_id: int, starts: dt.date) -> Plan:
    """Return the present students without a pairing, each with the best free seat."""
    now = standing_of(school_id, starts)
    missing = [uuid.UUID(one.id) for one in now.problem.students if uuid.UUID(one.id) not in now.live]
    people = people_by(school_id, missing)
    return Plan(lines_of(now, people, first=_before(school_id, people)), names(now))


def successor_plan(school_id: int, starts: dt.date) -> Plan:
    """Return the students whose mentor does not teach their class, where the scheme asks for that, with a successor."""
    now = standing_of(school_id, starts)
    if not now.problem.rules.teaches_class:
        return Plan([], names(now))
    taught = {one.id: one.classes for one in now.problem.mentors}
    moved = [
        student
        for student, mentor in now.seats.items()
        if student in now.rooms and now.rooms[student] not in taught.get(mentor, frozenset())
    ]
    return Plan(lines_of(now, people_by(school_id, [uuid.UUID(one) for one in moved])), names(now))


def asking_plan(school_id: int, student: Student, starts: dt.date) -> Plan:
    """Return the student who asked, with the best seat away from the present mentor."""
    now = standing_of(school_id, starts)
    held = now.live.get(student.pk)
    return Plan(lines_of(now, [student], avoid={str(held.mentor_id)} if held else ()), names(now))


def moving_plan(school_id: int, text: str, on: dt.date, *, room: str, back: bool) -> Plan:
    """Return who is meant by a number or a name; who comes back with the former mentor first."""
    people = find_student(school_id, text, gone=back)
    if len(people) != 1 or not back:
        now = standing_of(school_id, on)
        return Plan([Line(one, one.school_class.name, now.live.get(one.pk), "", ()) for one in people], names(now))
    rooms = {people[0].pk: uuid.UUID(room)} if room else None
    now = standing_of(school_id, on, also=people, rooms=rooms)
    return Plan(lines_of(now, people, first=_before(school_id, people)), names(now))


def find_student(school_id: int, text: str, *, gone: bool) -> list[Student]:
    """Return the students of that whole number or whole name, present or gone."""
    rows = Student.objects.of(school_id).filter(left_on__isnull=not gone).select_related("school_class", "mentor")
    text = text.strip()
    return list(rows.filter(number=text)) or list(rows.filter(name=text).order_by("number"))


def _before(school_id: int, people: Sequence[Student]) -> dict[str, str]:
    """Return student → the mentor before, who is asked first."""
    ended = Pairing.objects.of(school_id).filter(student_id__in=[one.pk for one in people], ends__gte=F("starts"))
    rows = ended.order_by("ends", "id").values_list("student_id", "mentor_id")
    return {str(student): str(mentor) for student, mentor in rows}
