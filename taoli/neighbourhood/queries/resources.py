"""Places to learn: a bureau's list, what schools are offered of it, and bookings on both sides."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Avg, Count, Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.neighbourhood.models import BookingState, Resource, ResourceBooking, ResourceVisit
from taoli.neighbourhood.permissions import RESOURCE, VISIT

THEMES = [(one.value, one.label) for one in Resource.Theme]
HOLD = (BookingState.ASKED, BookingState.ACCEPTED)
AHEAD, SHOWN = 60, 6  # days looked at, free days named
FEW = 5  # visits before a mean is told


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """What is said of a place."""

    name: str
    kind: str
    theme: str
    ages: str
    capacity: int
    contact: str
    address: str
    weekdays: list[int]
    safety: str
    published: bool


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A place with how many visits it had and how useful they were (of three), told from FEW on."""

    resource: Resource
    visits: int
    useful: float | None


def resources(actor: Actor) -> list[ResourceRow]:
    """Return the bureau's own list, by kind and name; one read."""
    if not RESOURCE.may(actor, "view"):
        return []
    said = Q(bookings__school=actor.school_id, bookings__useful__isnull=False)
    rows = Resource.objects.of(actor.school_id).annotate(
        n=Count("bookings", filter=said), mean=Avg("bookings__useful", filter=said)
    )
    return [ResourceRow(one, one.n, one.mean if one.n >= FEW else None) for one in rows.order_by("kind", "name", "id")]


def get_resource(actor: Actor, pk: uuid.UUID) -> Resource:
    """Return one of the bureau's own; 404 otherwise."""
    found = Resource.objects.of(actor.school_id).filter(pk=pk).first() if RESOURCE.may(actor, "edit") else None
    if found is None:
        raise Http404
    return found


def places(actor: Actor, theme: str = "") -> "list[Resource]":
    """Return what the bureaus above the school have published, by kind and name."""
    rows: QuerySet[Resource] = offered(actor, Resource, Q(published=True))
    if theme:
        rows = rows.filter(theme=theme)
    return list(rows.select_related("school").order_by("kind", "name", "id"))


def get_place(actor: Actor, pk: uuid.UUID) -> Resource:
    """Return one published place of a bureau above the school; 404 otherwise."""
    found: Resource | None = offered(actor, Resource, Q(published=True)).filter(pk=pk).select_related("school").first()
    if found is None:
        raise Http404
    return found


def free_days(resource: Resource) -> list[dt.date]:
    """Return the next days on which a place takes a class and nobody has asked for it."""
    today = clock.today()
    rows = ResourceBooking.objects.of(resource.school_id).filter(resource=resource, day__gt=today, state__in=HOLD)
    taken = set(rows.values_list("day", flat=True))
    days = (today + dt.timedelta(days=n) for n in range(1, AHEAD))
    return [one for one in days if opens_on(resource, one) and one not in taken][:SHOWN]


def opens_on(resource: Resource, day: dt.date) -> bool:
    """Say whether a place takes classes on this weekday."""
    return not resource.weekdays or day.weekday() in resource.weekdays


def bookings(actor: Actor) -> list[ResourceBooking]:
    """Return what schools ask of the bureau's places: waiting first, then by day; of the last half year."""
    if not RESOURCE.may(actor, "view"):
        return []
    since = clock.today() - dt.timedelta(days=182)
    rows = ResourceBooking.objects.of(actor.school_id).filter(day__gte=since).select_related("resource")
    return sorted(rows, key=lambda one: (one.state != BookingState.ASKED, one.day, str(one.pk)))


def get_booking(actor: Actor, pk: uuid.UUID) -> ResourceBooking:
    """Return one booking of the bureau's places; 404 otherwise."""
    rows = ResourceBooking.objects.of(actor.school_id).filter(pk=pk).select_related("resource", "from_school")
    found = rows.first() if RESOURCE.may(actor, "edit") else None
    if found is None:
        raise Http404
    return found


def visits(actor: Actor) -> list[ResourceVisit]:
    """Return the school's visits within reach, the next first."""
    rows: QuerySet[ResourceVisit] = VISIT.within(ResourceVisit.objects.all(), actor, "view")
    return list(rows.select_related("school_class", "teacher", "bureau").order_by("-day", "id")[:200])


def get_visit(actor: Actor, pk: uuid.UUID) -> ResourceVisit:
    """Return one visit the actor may change; 404 otherwise."""
    rows: QuerySet[ResourceVisit] = VISIT.within(ResourceVisit.objects.filter(pk=pk), actor, "edit")
    found = rows.select_related("school_class", "bureau").first()
    if found is None:
        raise Http404
    return found


def word_of(visit: ResourceVisit) -> dict[str, object]:
    """Return what the bureau is told of a visit: called off, or how it was."""
    if visit.state == BookingState.CANCELLED:
        return {"state": visit.state}
    return {"useful": visit.useful, "remark": visit.remark}
