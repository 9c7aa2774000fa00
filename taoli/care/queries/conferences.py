"""Conferences as far as one may see them."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.care.models import Attendance, Conference
from taoli.care.permissions.conferences import CONFERENCE, MEETING
from taoli.care.phrases.conferences import conference_title
from taoli.care.queries.own import me
from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.guidance.phrases import full_date
from taoli.roster.models import Grade, SchoolClass
from taoli.roster.permissions import SCHOOL_CLASS

Kind, State = Conference.Kind, Conference.State
OPEN = (State.PLANNED, State.RUNNING)
OF_CLASS = (Kind.CLASS, Kind.DAILY, Kind.TEAM, Kind.FAMILY)
OF_GRADE = (Kind.GRADE,)
OF_SCHOOL = (Kind.PRINCIPAL, Kind.MONTHLY, Kind.EXCHANGE, Kind.BULLYING)
MOST_PAST = 30


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """A conference in a list."""

    pk: uuid.UUID
    title: str
    day: str
    held_on: dt.date
    kind: str
    state: str
    state_words: str
    place: str
    manages: bool
    excused: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still to be held."""
        return self.state in OPEN

    @property
    def left(self) -> bool:
        """Whether its day has gone by and nobody has said what became of it."""
        return self.is_open and self.held_on < clock.today()


@dataclass(frozen=True, slots=True)
class Place:
    """A class, a grade or the school: where somebody may plan."""

    key: str
    label: str
    kinds: tuple[str, ...]
    class_id: uuid.UUID | None = None
    grade_id: uuid.UUID | None = None


def seen(actor: Actor) -> Q:
    """Return the condition of the conferences of which somebody sees anything."""
    return CONFERENCE.scope(actor, "manage") | MEETING.scope(actor, "attend")


def conference_list(actor: Actor, kind: str = "") -> list[ConferenceRow]:
    """Return the open ones by day, then the latest past ones; two queries."""
    rows = Conference.objects.of(actor.school_id).filter(seen(actor)).select_related("school_class", "grade")
    if kind:
        rows = rows.filter(kind=kind)
    ahead = rows.filter(state__in=OPEN).order_by("held_on", "id")
    past = rows.exclude(state__in=OPEN).order_by("-held_on", "-id")[:MOST_PAST]
    found = [*ahead, *past]
    managed = set(_managed(actor, [one.pk for one in found]))
    away = Attendance.objects.of(actor.school_id).filter(staff_id=me(actor), state=Attendance.State.EXCUSED)
    excused = set(away.values_list("conference_id", flat=True))
    return [_row(one, manages=one.pk in managed, excused=one.pk in excused) for one in found]


def left_open(actor: Actor, *, own: bool = False) -> list[ConferenceRow]:
    """Return those the actor runs whose day has gone by, neither held nor cancelled, the oldest first; `own`: only with
    the actor in the chair. One query.
    """
    rows = Conference.objects.filter(state__in=OPEN, held_on__lt=clock.today())
    if own:
        rows = rows.filter(chair_id=me(actor))
    late = CONFERENCE.within(rows, actor, "manage").select_related("school_class", "grade")
    return [_row(one, manages=True, excused=False) for one in late.order_by("held_on", "id")]


def get_conference(actor: Actor, pk: uuid.UUID) -> Conference:
    """Return a conference of which the actor sees anything; 404 otherwise."""
    return _get(Conference.objects.of(actor.school_id).filter(seen(actor), pk=pk))


def get_managed(actor: Actor, pk: uuid.UUID) -> Conference:
    """Return a conference that the actor runs; 404 otherwise."""
    return _get(CONFERENCE.within(Conference.objects.filter(pk=pk), actor, "manage"))


def manages(actor: Actor, conference: Conference) -> bool:
    """Say whether somebody runs a conference and reads all of it."""
    return bool(_managed(actor, [conference.pk]))


def reads_all(actor: Actor, conference: Conference) -> bool:
    """Say whether somebody reads the whole agenda: who runs it, and the named members of a restricted one."""
    return conference.kind == Kind.BULLYING or manages(actor, conference)


def title_of(conference: Conference) -> str:
    """Return what a conference is called."""
    room, grade = conference.school_class, conference.grade
    place = room.name if room else grade.name if grade else ""
    return conference_title(conference.get_kind_display(), place, conference.title)


def same_day(conference: Conference) -> bool:
    """Say whether there is another one of the kind and place on the day."""
    rows = Conference.objects.of(conference.school_id).filter(
        kind=conference.kind,
        school_class=conference.school_class,
        grade=conference.grade,
        student=conference.student,
        held_on=conference.held_on,
    )
    return rows.exclude(pk=conference.pk).exclude(state=State.CANCELLED).exists()


def places(actor: Actor) -> list[Place]:
    """Return where somebody may plan which kinds: school, grades, classes."""
    rooms = SCHOOL_CLASS.within(SchoolClass.objects.filter(closed_on=None), _planner(actor), "view")
    own = list(rows_in_order(rooms))
    grades = [held.grade_id for held in actor.roles if held.role is Role.GRADE_LEAD and held.grade_id]
    wide = actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    known = Grade.objects.of(actor.school_id).order_by("order", "name")
    found = [Place("school", "", OF_SCHOOL)] if wide else []
    led = known if wide else known.filter(pk__in=grades)
    found += [Place(f"grade-{one.pk}", one.name, OF_GRADE, grade_id=one.pk) for one in led]
    return [*found, *(Place(f"class-{one.pk}", one.name, OF_CLASS, class_id=one.pk) for one in own)]


def rows_in_order(rooms: "QuerySet[SchoolClass]") -> "QuerySet[SchoolClass]":
    """Return classes grade by grade."""
    return rooms.order_by("grade__order", "number", "name")


def _planner(actor: Actor) -> Actor:
    held = tuple(one for one in actor.roles if one.role in CONFERENCE.actions["plan"])
    return Actor(actor.account_id, actor.school_id, actor.person_kind, actor.person_id, actor.name, held)


def _managed(actor: Actor, ids: list[uuid.UUID]) -> "QuerySet[Any]":
    return CONFERENCE.within(Conference.objects.filter(pk__in=ids), actor, "manage").values_list("pk", flat=True)


def _get(rows: "QuerySet[Conference]") -> Conference:
    found = rows.select_related("school_class", "grade", "student", "chair").first()
    if found is None:
        raise Http404
    return found


def _row(one: Conference, *, manages: bool, excused: bool) -> ConferenceRow:
    return ConferenceRow(
        pk=one.pk,
        title=title_of(one),
        day=full_date(one.held_on),
        held_on=one.held_on,
        kind=one.kind,
        state=one.state,
        state_words=one.get_state_display(),
        place=one.place,
        manages=manages,
        excused=excused,
    )


def kinds(actor: Actor | None = None) -> list[tuple[str, str]]:
    """Return (key, words) of the kinds of conferences, or of those the actor may plan somewhere."""
    offered = {kind for one in places(actor) for kind in one.kinds} if actor else set(Kind.values)
    return [(one.value, str(one.label)) for one in Kind if one.value in offered]
