"""The parents' school: a term's plan, one evening, and the door behind its code."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.common.tenancy import cross_school
from taoli.neighbourhood.models import LectureClass, ParentLecture
from taoli.neighbourhood.permissions import LECTURE
from taoli.roster.models import SchoolClass, Student, Term
from taoli.roster.queries.classes import classes
from taoli.roster.queries.people import mentors, teaches
from taoli.schemes.queries import published, rules


@dataclass(frozen=True, slots=True)
class LectureRow:
    """One evening with the classes asked and the families who came; None: not held yet."""

    lecture: ParentLecture
    rooms: tuple[str, ...]
    came: int | None


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A class: how many evenings it had this term, and whether it had or has one this month."""

    room: SchoolClass
    times: int
    this_month: bool


def lectures(actor: Actor, term: Term) -> list[LectureRow]:
    """Return a term's evenings within reach, the next first; two reads."""
    rows: QuerySet[ParentLecture] = LECTURE.within(ParentLecture.objects.all(), actor, "view")
    found = list(
        rows.filter(held_on__range=(term.starts, term.ends)).select_related("mentor").order_by("held_on", "at")
    )
    parts: dict[uuid.UUID, list[LectureClass]] = defaultdict(list)
    for part in _parts(actor.school_id).filter(lecture__in=[one.pk for one in found]):
        parts[part.lecture_id].append(part)
    return [_row(one, parts[one.pk]) for one in found]


def get_lecture(actor: Actor, pk: uuid.UUID, action: str = "view") -> ParentLecture:
    """Return one evening within reach; 404 otherwise."""
    rows: QuerySet[ParentLecture] = LECTURE.within(ParentLecture.objects.filter(pk=pk), actor, action)
    found = rows.select_related("mentor").first()
    if found is None:
        raise Http404
    return found


def parts_of(lecture: ParentLecture, actor: Actor | None = None) -> list[LectureClass]:
    """Return the classes asked, by grade and number; for whoever leads a class or grade its own."""
    found = list(_parts(lecture.school_id).filter(lecture=lecture))
    if actor is None or not narrow(actor, lecture):
        return found
    own = {held.class_id for held in actor.roles if held.role is Role.HOMEROOM_TEACHER}
    led = {held.grade_id for held in actor.roles if held.role is Role.GRADE_LEAD}
    return [one for one in found if one.school_class_id in own or one.school_class.grade_id in led]


def narrow(actor: Actor, lecture: ParentLecture) -> bool:
    """Say whether the actor sees the own classes of an evening only: neither its maker nor one who sees the school."""
    wide = actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    return not wide and not LECTURE.can(actor, "edit", lecture)


def offered_rooms(actor: Actor) -> list[tuple[str, str]]:
    """Return the classes somebody may plan for: all for the office, else the own, those of mentees, those taught."""
    rows = SchoolClass.objects.of(actor.school_id).filter(closed_on=None)
    if not actor.holds(Role.MORAL_OFFICE):
        near = {held.class_id for held in actor.roles if held.role is Role.HOMEROOM_TEACHER}
        if actor.holds(Role.MENTOR) and actor.person_id:
            mentees = Student.objects.of(actor.school_id).filter(mentor_id=actor.person_id, left_on=None)
            near |= set(mentees.values_list("school_class_id", flat=True))
            near |= teaches(actor.school_id, clock.today()).get(actor.person_id, set())
        led = {held.grade_id for held in actor.roles if held.role is Role.GRADE_LEAD}
        rows = rows.filter(Q(pk__in=near) | Q(grade_id__in=led))
    return [(str(one.pk), one.name) for one in rows.order_by("grade__order", "number", "id")]


def speakers(actor: Actor) -> list[tuple[str, str]]:
    """Return who may be named as speaking: everybody for the office and homeroom teachers, a mentor only herself."""
    people = mentors(actor.school_id)
    if not actor.holds(Role.MORAL_OFFICE, Role.HOMEROOM_TEACHER):
        people = [one for one in people if one.pk == actor.person_id]
    return [(str(one.pk), one.name) for one in people]


def by_class(actor: Actor, term: Term) -> list[RoomRow]:
    """Return the classes within reach with what each had in a term: its own past, no comparison with others."""
    today = clock.today()
    if not LECTURE.may(actor, "view"):
        return []
    parts = _parts(actor.school_id).filter(lecture__held_on__range=(term.starts, term.ends), lecture__cancelled="")
    pairs = list(parts.values_list("school_class_id", "lecture__held_on").order_by())
    times = Counter(room for room, day in pairs if day <= today)
    month = {room for room, day in pairs if (day.year, day.month) == (today.year, today.month)}
    wide = actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    near = {place for held in actor.roles for place in (held.class_id, held.grade_id) if place}
    rooms = [one for one in classes(actor) if wide or {one.pk, one.grade_id} & near]
    return [RoomRow(one, times[one.pk], one.pk in month) for one in rooms]


def meeting_key(school_id: int, day: dt.date) -> str:
    """Return the key under which the scheme asks for the parents' school (a regular home-school meeting); or ""."""
    version = published(school_id, day)
    found = rules(version).conferences if version else ()
    return next((one.key for one in found if one.key == "parent_school"), "")


def find_lecture(door: str) -> ParentLecture:
    """Return the evening of a public address, of whatever school; TaoliError: there is none."""
    with cross_school("the address says which evening of which school it is"):
        schools = list(School.objects.filter(kind=School.Kind.SCHOOL).values_list("pk", flat=True))
        rows = ParentLecture.objects.filter(school_id__in=schools, door=door).exclude(door="")
        found = rows.select_related("school", "mentor").first()
    if found is None:
        raise TaoliError(_("There is no evening at this address."))
    return found


def _parts(school_id: int) -> "QuerySet[LectureClass]":
    rows: QuerySet[LectureClass] = LectureClass.objects.of(school_id).select_related("school_class")
    return rows.order_by("school_class__grade__order", "school_class__number", "id")


def _row(one: ParentLecture, parts: list[LectureClass]) -> LectureRow:
    held = one.held_on <= clock.today() and any(part.came for part in parts)
    return LectureRow(
        one, tuple(part.school_class.name for part in parts), sum(p.came for p in parts) if held else None
    )
