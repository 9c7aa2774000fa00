"""What bureaus have published for their schools: the one place where a school reads in a bureau's fence."""

from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from taoli.common.models import Area, School
from taoli.common.policy import Actor
from taoli.common.tenancy import TenantModel

T = TypeVar("T", bound=TenantModel)


def bureaus_above(school_id: int) -> list[School]:
    """Return the bureaus of the areas above an institution, the nearest first; two reads."""
    place = School.objects.select_related("area__parent").get(pk=school_id)
    areas: list[Area] = []
    area = place.area
    while area is not None:
        areas.append(area)
        area = area.parent
    if place.kind == School.Kind.BUREAU:
        areas = areas[1:]
    rows = School.objects.filter(kind=School.Kind.BUREAU, area__in=areas).select_related("area")
    order = [one.pk for one in areas]
    return sorted(rows, key=lambda one: order.index(one.area_id or 0))


def offered(actor: Actor, model: type[T], published: Q) -> "QuerySet[T]":
    """Return the rows of the bureaus above the actor's institution that are published; nothing else of them.

    `published` is the condition that makes a row public to schools, as `Q(state="published")`; never left empty.
    """
    if not published:
        msg = "say what makes a row public"
        raise ValueError(msg)
    rows: Any = model._default_manager
    bureaus = [one.pk for one in bureaus_above(actor.school_id)]
    found: QuerySet[T] = rows.filter(published, school_id__in=bureaus)
    return found
