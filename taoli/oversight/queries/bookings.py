"""What a bureau offers to a school, and what the school's staff has signed up for."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.oversight.models import CourseBooking, CourseSession
from taoli.oversight.permissions import BOOKING
from taoli.roster.models import Staff

State = CourseSession.State
SEEN = Q(state__in=(State.OPEN, State.HELD))
LIVE = (CourseBooking.State.BOOKED, CourseBooking.State.WAITING, CourseBooking.State.PRESENT)


@dataclass(frozen=True, slots=True)
class Offer:
    """A session one can sign up for, with the own booking; `closed`: the days for it are over."""

    session: CourseSession
    booking: CourseBooking | None
    closed: bool

    @property
    def mine(self) -> bool:
        """Whether the own booking stands."""
        return self.booking is not None and self.booking.state in LIVE


@dataclass(frozen=True, slots=True)
class Proof:
    """A certificate as it prints, from what came back to the school."""

    name: str
    school: str
    bureau: str
    title: str
    part: str
    hours: str
    days: tuple[str, ...]
    code: str
    place: str
    issued: str


def offers(actor: Actor) -> list[Offer]:
    """Return the sessions to come that the bureaus above offer, the next first, with the actor's own booking."""
    today = clock.today()
    rows = offered(actor, CourseSession, SEEN).filter(day__gte=today).defer("secret")
    found = list(rows.select_related("course", "school").order_by("day", "starts", "id"))
    own = {one.ref: one for one in own_bookings(actor) if one.day >= today}
    return [Offer(one, own.get(one.pk), one.state != State.OPEN or one.sign_up_until < today) for one in found]


def get_offer(actor: Actor, pk: uuid.UUID) -> CourseSession:
    """Return one offered session; 404 otherwise."""
    found = offered(actor, CourseSession, SEEN).filter(pk=pk).defer("secret").select_related("course", "school").first()
    if found is None:
        raise Http404
    return found


def own_bookings(actor: Actor) -> list[CourseBooking]:
    """Return what the actor has signed up for or taken part in, the latest first."""
    if actor.person_id is None:
        return []
    rows: QuerySet[CourseBooking] = BOOKING.within(CourseBooking.objects.all(), actor, "own")
    return list(rows.filter(staff_id=actor.person_id).select_related("bureau").order_by("-day", "-starts", "id"))


def booked_for(actor: Actor, session_id: uuid.UUID) -> list[CourseBooking]:
    """Return whom the school has signed up for a session, by name."""
    rows: QuerySet[CourseBooking] = BOOKING.within(CourseBooking.objects.filter(ref=session_id), actor, "edit")
    return list(rows.select_related("staff").order_by("staff__sort_key", "staff__number", "id"))


def staff_of(actor: Actor) -> Staff:
    """Return the actor's own row of the staff; 404 for whoever has none."""
    rows = Staff.objects.of(actor.school_id).select_related("school")
    found = rows.filter(pk=actor.person_id).first() if actor.person_id else None
    if found is None:
        raise Http404
    return found


def proof_of(actor: Actor, pk: uuid.UUID) -> Proof:
    """Return the certificate that a booking belongs to; 404 otherwise."""
    rows: QuerySet[CourseBooking] = BOOKING.within(CourseBooking.objects.exclude(code=""), actor, "own")
    row = rows.filter(pk=pk).select_related("bureau", "staff", "school").first()
    if row is None:
        raise Http404
    same = CourseBooking.objects.of(actor.school_id).filter(staff=row.staff, course_ref=row.course_ref, code=row.code)
    days: Sequence[CourseBooking] = list(same.order_by("day", "starts"))
    hours = sum((one.hours for one in days), start=row.hours * 0)
    return Proof(
        name=row.staff.name,
        school=row.school.name,
        bureau=row.bureau.name,
        title=row.title,
        part=row.get_part_display(),
        hours=f"{hours:.1f}".removesuffix(".0"),
        days=tuple(dict.fromkeys(one.day.isoformat() for one in days)),
        code=row.code,
        place=row.bureau.code,
        issued=row.issued_on.isoformat() if row.issued_on else "",
    )
