"""A season of visits: which families, who lives near whom, which days, in which order."""

import datetime as dt
import re
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import teaching_days
from taoli.guidance.models import Appointment, AppointmentSibling
from taoli.guidance.queries.appointments import OPEN, reachable_appointments
from taoli.guidance.queries.visiting import needs_two
from taoli.roster.models import Guardianship, Student
from taoli.roster.permissions import own_students
from taoli.roster.queries.calendar import calendar_facts, current_term

# The part of an address up to the estate, village or street: what is walked in one go.
PLACE = re.compile(r"^.*?(?:小区|社区|花园|家园|新村|公寓|村|苑|里|巷|街道|路|街|镇|乡)")
BETWEEN = dt.timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A brother or sister with another mentor, who may come along."""

    name: str
    class_name: str
    mentor: str
    mentor_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Family:
    """My students of one family: where they live, who else mentors there, whether two adults go."""

    key: uuid.UUID
    students: tuple[Student, ...]
    neighbourhood: str
    address: str
    two_adults: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def names(self) -> str:
        """The children's names."""
        return "、".join(one.name for one in self.students)

    def at(self, neighbourhood: str) -> "Family":
        """The same family, in a neighbourhood that somebody has typed."""
        return replace(self, neighbourhood=neighbourhood)


@dataclass(frozen=True, slots=True)
class Stop:
    """A family on a route, and when."""

    family: Family
    starts: dt.datetime


@dataclass(frozen=True, slots=True)
class Day:
    """A day's route."""

    day: dt.date
    stops: tuple[Stop, ...]


def neighbourhood_of(student: Student) -> str:
    """Return the neighbourhood that is entered, else the beginning of the address; empty without either."""
    found = PLACE.match(student.address)
    return student.neighbourhood or (found[0] if found else "")


def families_to_visit(actor: Actor) -> list[Family]:
    """Return the families of one's students without an appointment that is open or held in this term, by place."""
    school = actor.school_id
    if actor.person_id is None:
        return []
    mine = list(
        Student.objects.of(school)
        .filter(own_students("mentor_id")(school, actor.person_id), left_on=None)
        .select_related("school_class", "mentor")
        .order_by("sort_key", "id")
    )
    done = _visited(school)
    people = _siblings(school, mine)
    found: dict[uuid.UUID, list[Student]] = defaultdict(list)
    for one in mine:
        found[min([one.pk, *(other.pk for other in people[one.pk] if other in mine)])].append(one)
    families = [_family(key, rows, people) for key, rows in found.items() if not any(one.pk in done for one in rows)]
    return sorted(families, key=lambda one: (one.neighbourhood == "", one.neighbourhood, one.address, str(one.key)))


def _family(key: uuid.UUID, rows: Sequence[Student], people: Mapping[uuid.UUID, Sequence[Student]]) -> Family:
    others = {other.pk: other for one in rows for other in people[one.pk] if other not in rows}
    elsewhere = tuple(
        Elsewhere(one.name, one.school_class.name, one.mentor.name, one.mentor.pk)
        for one in sorted(others.values(), key=lambda one: (one.sort_key, str(one.pk)))
        if one.mentor is not None and one.mentor_id not in {row.mentor_id for row in rows}
    )
    first = rows[0]
    two = any(one.two_adults for one in rows)
    return Family(key, tuple(rows), neighbourhood_of(first), first.address, two, elsewhere)


def _visited(school: int) -> set[uuid.UUID]:
    term = current_term(school)
    since = timezone.make_aware(dt.datetime.combine(term.starts if term else clock.today(), dt.time()))
    rows = Appointment.objects.of(school).filter(
        Q(state__in=OPEN)
        | Q(state=Appointment.State.HELD, starts__gte=since)
        | Q(state=Appointment.State.DECLINED, made_at__gte=since)
    )
    also = AppointmentSibling.objects.of(school).filter(appointment__in=rows)
    return set(rows.values_list("student_id", flat=True)) | set(also.values_list("student_id", flat=True))


def _siblings(school: int, students: Sequence[Student]) -> dict[uuid.UUID, list[Student]]:
    """Return student → brothers and sisters at the school: with the same guardian, or one of the same telephone."""
    live = Q(ends=None) | Q(ends__gte=clock.today())
    ties = Guardianship.objects.of(school).filter(live)
    own = list(ties.filter(student__in=students).values_list("student_id", "guardian_id", "guardian__phone"))
    guardians = {guardian for _student, guardian, _phone in own}
    phones = {phone for _student, _guardian, phone in own if phone}
    near = ties.filter(Q(guardian_id__in=guardians) | Q(guardian__phone__in=phones), student__left_on=None)
    keys: dict[object, set[uuid.UUID]] = defaultdict(set)
    rows = near.select_related("student__school_class", "student__mentor", "guardian")
    people: dict[uuid.UUID, Student] = {}
    for tie in rows:
        people[tie.student_id] = tie.student
        keys[tie.guardian_id].add(tie.student_id)
        if tie.guardian.phone:
            keys[tie.guardian.phone].add(tie.student_id)
    found: dict[uuid.UUID, list[Student]] = {one.pk: [] for one in students}
    for student, guardian, phone in own:
        together = (keys[guardian] | keys[phone] if phone else keys[guardian]) - {student}
        found[student] += [people[one] for one in sorted(together) if people[one] not in found[student]]
    return found


def days_between(school_id: int, first: dt.date, last: dt.date, *, own_time: bool) -> list[dt.date]:
    """Return the days on which one may be sent out: taught days, and every other day where the mentor says so."""
    if own_time:
        return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    term = current_term(school_id, first)
    return list(teaching_days(calendar_facts(school_id, term), first, last)) if term else []


def spread(
    families: Sequence[Family], days: Sequence[dt.date], *, begins: dt.time, per_day: int, minutes: int
) -> tuple[list[Day], list[Family]]:
    """Put families on days, neighbours on one day where they fit; return the days, and whom no day is left for.

    The largest neighbourhoods come first and fill whole days; what is left of them goes where the most room remains
    beside as few other neighbourhoods as possible. Within a day the route follows neighbourhood and address.
    """
    rooms: dict[dt.date, list[Family]] = {day: [] for day in days}
    places: dict[str, list[Family]] = defaultdict(list)
    for one in families:
        places[one.neighbourhood].append(one)
    left: list[Family] = []
    for _place, near in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        rest = list(near)
        while rest:
            day = _best_day(rooms, min(len(rest), per_day), per_day)
            if day is None:
                left += rest
                break
            room = per_day - len(rooms[day])
            rooms[day] += rest[:room]
            rest = rest[room:]
    found = [_day(day, rooms[day], begins, minutes) for day in sorted(rooms) if rooms[day]]
    return found, left


def as_shown(families: Sequence[Family], texts: Mapping[str, str]) -> list[Day]:
    """Return the days of a plan as a browser says it showed them (`starts-<family>` → moment); others are left out."""
    rooms: dict[dt.date, list[Stop]] = defaultdict(list)
    for one in families:
        if moment := _moment(texts.get(f"starts-{one.key}", "")):
            rooms[timezone.localtime(moment).date()].append(Stop(one, moment))
    return [Day(day, tuple(sorted(rooms[day], key=lambda stop: stop.starts))) for day in sorted(rooms)]


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _best_day(rooms: Mapping[dt.date, list[Family]], size: int, per_day: int) -> dt.date | None:
    """Return an empty day for a full day's families, else the fullest day they still fit on, else any with room."""
    free = {day: per_day - len(held) for day, held in rooms.items()}
    fitting = sorted((room, day) for day, room in free.items() if room >= size)
    if fitting:
        return fitting[0][1]
    some = sorted((-room, day) for day, room in free.items() if room > 0)
    return some[0][1] if some else None


def _day(day: dt.date, families: Sequence[Family], begins: dt.time, minutes: int) -> Day:
    moment = timezone.make_aware(dt.datetime.combine(day, begins))
    route = sorted(families, key=lambda one: (one.neighbourhood, one.address, str(one.key)))
    each = dt.timedelta(minutes=minutes) + BETWEEN
    return Day(day, tuple(Stop(one, moment + place * each) for place, one in enumerate(route)))


def with_flags(school_id: int, families: Sequence[Family]) -> list[Family]:
    """Return the families with key attention counted among the reasons for two adults."""
    return [
        replace(one, two_adults=one.two_adults or needs_two(school_id, [row.pk for row in one.students]))
        for one in families
    ]


def route(actor: Actor, first: dt.date, last: dt.date) -> list[Appointment]:
    """Return one's own visits of some days, offered or agreed, in the order of their times."""
    begins = timezone.make_aware(dt.datetime.combine(first, dt.time()))
    ends = timezone.make_aware(dt.datetime.combine(last, dt.time())) + dt.timedelta(days=1)
    rows = reachable_appointments(actor, "hold").filter(state=Appointment.State.AGREED, starts__gte=begins)
    return list(rows.filter(starts__lt=ends).order_by("starts", "id"))
