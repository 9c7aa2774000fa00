"""Stations as officers and their own staff see them, and as a family comes to their door."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.common.tenancy import cross_school
from taoli.neighbourhood.models import OPEN, Station, StationAppointment, StationDuty, StationPost
from taoli.neighbourhood.permissions import STATION
from taoli.roster.models import Staff

FEW = 10  # fewer families of a station and month are not told
MONTHS = 12


@dataclass(frozen=True, slots=True)
class CountRow:
    """One station and how many families asked in each month; None: fewer than FEW."""

    station: Station
    cells: tuple[int | None, ...]


def stations(actor: Actor) -> QuerySet[Station]:
    """Return the stations the actor runs or works at, open ones first, by name."""
    rows: QuerySet[Station] = STATION.within(Station.objects.all(), actor, "own")
    return rows.distinct().order_by("closed_on", "name", "id")


def get_station(actor: Actor, pk: uuid.UUID, action: str = "own") -> Station:
    """Return one station within reach; 404 otherwise."""
    found: Station | None = STATION.within(Station.objects.filter(pk=pk), actor, action).first()
    if found is None:
        raise Http404
    return found


def staff_choices(school_id: int) -> list[tuple[str, str]]:
    """Return the bureau's people who may be named for a station."""
    rows = Staff.objects.of(school_id).filter(left_on=None).order_by("sort_key", "number")
    return [(str(one.pk), one.name) for one in rows]


def posted(station: Station) -> list[uuid.UUID]:
    """Return who works at a station today."""
    today = clock.today()
    rows = StationPost.objects.of(station.school_id).filter(station=station, starts__lte=today)
    return list(rows.filter(Q(ends=None) | Q(ends__gte=today)).values_list("staff_id", flat=True))


def open_count(station: Station) -> int:
    """Return how many families still wait for or have a time: the officer learns the number only."""
    return StationAppointment.objects.of(station.school_id).filter(station=station, state__in=OPEN).count()


def other_stations(station: Station) -> list[Station]:
    """Return the open stations families could be moved to."""
    rows = Station.objects.of(station.school_id).filter(closed_on=None).exclude(pk=station.pk)
    return list(rows.order_by("name", "id"))


def duties_of(actor: Actor) -> list[StationDuty]:
    """Return the service days of the actor's stations from today on, then a month back."""
    since = clock.today() - dt.timedelta(days=31)
    rows = StationDuty.objects.of(actor.school_id).filter(station__in=stations(actor).order_by(), day__gte=since)
    return list(rows.select_related("station").order_by("day", "id"))


def month_counts(actor: Actor) -> tuple[list[dt.date], list[CountRow]]:
    """Return finished months and, for each station, how many families asked; small figures are not told.

    No sums stand beside them, so nothing can be found by subtraction.
    """
    first = clock.today().replace(day=1)
    months = [_before(first, n) for n in range(MONTHS, 0, -1)]
    rows = StationAppointment.objects.of(actor.school_id).filter(made_at__date__lt=first)
    pairs = rows.annotate(month=TruncMonth("made_at")).values_list("station_id", "month")
    counted = Counter((pk, month.date()) for pk, month in pairs)
    runs = STATION.within(Station.objects.all(), actor, "edit").order_by("closed_on", "name", "id")
    return months, [CountRow(one, tuple(_told(counted[one.pk, month]) for month in months)) for one in runs]


def find_door(door: str) -> Station:
    """Return the open station of a public address, of whatever bureau; TaoliError: there is none."""
    with cross_school("the address says which station of which bureau it is"):
        bureaus = list(School.objects.filter(kind=School.Kind.BUREAU).values_list("pk", flat=True))
        rows = Station.objects.filter(school_id__in=bureaus, door=door, closed_on=None)
        found = rows.select_related("school").first() if door else None
    if found is None:
        raise TaoliError(_("There is no station at this address, or it is not open any more."))
    return found


def doors(actor: Actor) -> list[Station]:
    """Return the open stations of the bureaus above that families may come to without an account, by name."""
    return list(offered(actor, Station, Q(closed_on=None) & ~Q(door="")).order_by("name", "id"))


def _before(first: dt.date, months: int) -> dt.date:
    count = first.year * 12 + first.month - 1 - months
    return dt.date(count // 12, count % 12 + 1, 1)


def _told(count: int) -> int | None:
    return count if count >= FEW else None
