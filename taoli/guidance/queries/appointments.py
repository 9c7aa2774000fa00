"""Appointments as far as one may see them; what stands on the mentor's page, the family's, in the calendar."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.queries import surname
from taoli.guidance.models import Appointment, AppointmentSibling, AppointmentSlot, Side
from taoli.guidance.permissions import APPOINTMENT
from taoli.guidance.phrases import (
    FAMILY_STATES,
    STATE_KIND,
    TOPICS,
    WAY_OF_PLACE,
    given_name,
    moment_words,
    place_words,
    step_words,
)
from taoli.roster.models import Student

State = Appointment.State
OPEN = (State.PROPOSED, State.COUNTERED, State.AGREED)
NEWEST = 60


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreed appointment for a calendar, without name or address; `kind`: a key of WAYS, `place`: of PLACE_WORDS."""

    pk: uuid.UUID
    kind: str
    starts: dt.datetime
    minutes: int
    place: str
    students: int


def agreed(actor: Actor, since: dt.datetime, until: dt.datetime) -> list[Agreed]:
    """Return the agreed appointments of a member of staff, as mentor or second adult, that start in a stretch."""
    if actor.person_kind != "staff" or actor.person_id is None:
        return []
    near = Q(mentor_id=actor.person_id) | Q(second_id=actor.person_id)
    rows = Appointment.objects.of(actor.school_id).filter(near, state=State.AGREED, starts__gte=since, starts__lt=until)
    return [
        Agreed(row.pk, WAY_OF_PLACE[row.place], row.starts, row.minutes, row.place, 1 + row.others)
        for row in rows.annotate(others=Count("siblings")).order_by("starts", "id")
        if row.starts is not None
    ]


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment as a line of a list."""

    pk: uuid.UUID
    student: str
    class_name: str
    mentor: str
    mine: bool
    state: str
    state_words: str
    state_kind: str
    when: str
    place: str
    starts: dt.datetime | None


def reachable_appointments(actor: Actor, action: str = "view") -> "QuerySet[Appointment]":
    """Return the appointments within reach, with student, class and both adults."""
    rows: QuerySet[Appointment] = APPOINTMENT.within(Appointment.objects.all(), actor, action)
    return rows.select_related("student__school_class", "mentor", "second", "school")


def get_appointment(actor: Actor, pk: uuid.UUID, action: str = "view") -> Appointment:
    """Return one reachable appointment; 404 for any other, as if there were none."""
    found = reachable_appointments(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_appointments(actor: Actor) -> dict[str, list[AppointmentRow]]:
    """Return what waits for me, what is agreed, what waits for the family, and what is over; two queries."""
    rows = list(reachable_appointments(actor).order_by("-made_at", "-id")[:NEWEST])
    offered = _slots(actor.school_id, rows)
    lines = [row_of(actor, row, offered.get(row.pk, ())) for row in rows]
    over = {State.HELD, State.DECLINED, State.CANCELLED}
    return {
        "asked": [one for one in lines if one.state == State.COUNTERED],
        "agreed": sorted((one for one in lines if one.state == State.AGREED), key=lambda one: str(one.starts)),
        "waiting": [one for one in lines if one.state == State.PROPOSED],
        "over": [one for one in lines if one.state in over],
    }


def row_of(actor: Actor, row: Appointment, slots: Iterable[dt.datetime] = ()) -> AppointmentRow:
    """Return an appointment as a line; its time is the agreed one, else those on offer."""
    times = [row.starts] if row.starts else sorted(slots)
    return AppointmentRow(
        pk=row.pk,
        student=row.student.name,
        class_name=row.student.school_class.name,
        mentor=row.mentor.name,
        mine=actor.person_id in {row.mentor_id, row.second_id},
        state=row.state,
        state_words=str(row.get_state_display()),
        state_kind=STATE_KIND[row.state],
        when=" / ".join(moment_words(one) for one in times),
        place=place_words(row.place),
        starts=row.starts,
    )


def _slots(school_id: int, rows: Iterable[Appointment]) -> dict[uuid.UUID, list[dt.datetime]]:
    found: dict[uuid.UUID, list[dt.datetime]] = {}
    slots = AppointmentSlot.objects.of(school_id).filter(closed_at=None, appointment_id__in=[row.pk for row in rows])
    for pk, starts in slots.values_list("appointment_id", "starts"):
        found.setdefault(pk, []).append(starts)
    return found


@dataclass(frozen=True, slots=True)
class Offer:
    """A time on offer, by whom."""

    pk: uuid.UUID
    words: str
    past: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal."""

    when: str
    who: str
    words: str


def offers(row: Appointment, side: str) -> list[Offer]:
    """Return the times that a side offers at present, the earliest first."""
    now = clock.now()
    slots = AppointmentSlot.objects.of(row.school_id).filter(appointment=row, side=side, closed_at=None)
    return [Offer(one.pk, moment_words(one.starts), one.starts <= now) for one in slots.order_by("starts", "id")]


def journal(row: Appointment) -> list[Line]:
    """Return who changed what, the newest first."""
    return [
        Line(moment_words(one.at), one.name or str(Side(one.side).label), step_words(one.what, one.facts))
        for one in row.steps.filter(school_id=row.school_id).order_by("-at", "-id")
    ]


def students_of(row: Appointment) -> list[Student]:
    """Return the student and the siblings of an appointment."""
    also = AppointmentSibling.objects.of(row.school_id).filter(appointment=row).select_related("student")
    return [row.student, *(one.student for one in also.order_by("id"))]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """What a family sees of an appointment: the least that lets them answer; no surname, no address, no own words."""

    pk: uuid.UUID
    edit: int
    state: str
    sentence: str
    children: str
    mentor: str
    school: str
    when: str
    place: str
    minutes: int
    may_answer: bool
    visit: bool
    offers: list[Offer] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    note: str = ""


def family_view(row: Appointment, *, whole: bool = False) -> FamilyView:
    """Return an appointment for the family; `whole`, for a guardian who has signed in, with full names."""
    names = [one.name if whole else given_name(one.name, surname(one.name)) for one in students_of(row)]
    note = row.place_note if row.place == Appointment.Place.ELSEWHERE else ""
    return FamilyView(
        pk=row.pk,
        edit=row.edit,
        state=row.state,
        sentence=str(FAMILY_STATES[row.state]),
        children="、".join(names),
        mentor=row.mentor.name,
        school=row.school.name,
        when=moment_words(row.starts) if row.starts else "",
        place=place_words(row.place, note),
        minutes=row.minutes,
        may_answer=row.state in {*OPEN, State.DECLINED},
        visit=row.place in {Appointment.Place.HOME, Appointment.Place.ELSEWHERE},
        offers=[one for one in offers(row, Side.MENTOR) if not one.past],
        topics=[str(TOPICS[key]) for key in row.topics if key in TOPICS],
        note=row.family_note if whole else "",
    )


def family_appointments(actor: Actor) -> list[FamilyView]:
    """Return the appointments of a guardian's children, the newest first, as far as the guardian may see them."""
    rows = reachable_appointments(actor, "answer").exclude(state=State.CANCELLED)
    return [family_view(row, whole=True) for row in rows.order_by("-made_at", "-id")[:10]]


def not_back(school_id: int) -> list[Appointment]:
    """Return the visits from which nobody has said to have left although the time is over, not asked about yet."""
    rows = Appointment.objects.of(school_id).filter(
        arrived_at__isnull=False, back_at=None, back_by__lte=clock.now(), asked_back_at=None
    )
    return list(rows.select_related("mentor").order_by("back_by", "id"))


def of_tomorrow(school_id: int) -> list[Appointment]:
    """Return what is agreed for tomorrow."""
    day = clock.today() + dt.timedelta(days=1)
    begins = timezone.make_aware(dt.datetime.combine(day, dt.time()))
    rows = Appointment.objects.of(school_id).filter(state=State.AGREED, starts__gte=begins)
    return list(rows.filter(starts__lt=begins + dt.timedelta(days=1)).order_by("starts", "id"))
