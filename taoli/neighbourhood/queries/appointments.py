"""Appointments of a station, for the staff of that station."""

import datetime as dt
import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.neighbourhood.models import OPEN, Station, StationAppointment
from taoli.neighbourhood.permissions import APPOINTMENT
from taoli.neighbourhood.queries.slots import free_times

RECENT = dt.timedelta(days=60)


def appointments(actor: Actor) -> list[StationAppointment]:
    """Return what is open at the actor's stations, the first time first, then what was settled of late."""
    rows: QuerySet[StationAppointment] = APPOINTMENT.within(StationAppointment.objects.all(), actor, "own")
    rows = rows.select_related("station")
    waits = rows.filter(state__in=OPEN).order_by("agreed", "wanted", "made_at", "id")
    over = rows.exclude(state__in=OPEN).filter(settled_on__gte=clock.today() - RECENT)
    return [*waits, *over.order_by("-settled_on", "id")]


def get_appointment(actor: Actor, pk: uuid.UUID) -> StationAppointment:
    """Return one of the actor's own stations; 404 otherwise."""
    rows: QuerySet[StationAppointment] = APPOINTMENT.within(StationAppointment.objects.filter(pk=pk), actor, "own")
    found = rows.select_related("station").first()
    if found is None:
        raise Http404
    return found


def times_of(station: Station) -> list[dt.datetime]:
    """Return the free half hours of a station in the next fortnight."""
    rows = StationAppointment.objects.of(station.school_id).filter(station=station, state__in=OPEN)
    taken = {at for pair in rows.values_list("agreed", "wanted") for at in (pair[0] or pair[1],) if at}
    return free_times(station.slots, clock.now(), taken)
