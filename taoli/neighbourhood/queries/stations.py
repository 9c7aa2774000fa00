"""Stations as officers and their own staff see them."""

from django.db.models import QuerySet

from taoli.common.policy import Actor
from taoli.neighbourhood.models import Station
from taoli.neighbourhood.permissions import STATION


def stations(actor: Actor) -> QuerySet[Station]:
    """Return the stations the actor runs or works at, open ones first, by name."""
    rows: QuerySet[Station] = STATION.within(Station.objects.all(), actor, "own")
    return rows.distinct().order_by("closed_on", "name", "id")
