"""The schools of a bureau, and the bureaus of a school."""

from django.db.models import Q, QuerySet

from taoli.common.models import Area, School
from taoli.common.policy import Actor
from taoli.oversight.models import Member
from taoli.oversight.permissions import MEMBER


def members(actor: Actor) -> QuerySet[Member]:
    """Return the schools of the actor's bureau in the order of strokes, those that left included."""
    rows: QuerySet[Member] = MEMBER.within(Member.objects.all(), actor, "view")
    return rows.select_related("district", "successor").order_by("sort_key", "code")


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


def districts_of(bureau: School) -> list[Area]:
    """Return the districts of a bureau's area: itself when it is a district, else those below, by name."""
    if bureau.area is None:
        return []
    near = Q(pk=bureau.area_id, kind=Area.Kind.DISTRICT) | Q(parent=bureau.area_id, kind=Area.Kind.DISTRICT)
    return list(Area.objects.filter(near).order_by("name", "pk"))
