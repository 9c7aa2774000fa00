"""The schools of a bureau, and the bureaus of a school."""

from django.db.models import Q, QuerySet

from taoli.common.models import Area, School
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor
from taoli.oversight.models import Member
from taoli.oversight.permissions import MEMBER

__all__ = ["bureaus_above", "districts_of", "members"]


def members(actor: Actor) -> QuerySet[Member]:
    """Return the schools of the actor's bureau in the order of strokes, those that left included."""
    rows: QuerySet[Member] = MEMBER.within(Member.objects.all(), actor, "view")
    return rows.select_related("district", "successor").order_by("sort_key", "code")


def districts_of(bureau: School) -> list[Area]:
    """Return the districts of a bureau's area: itself when it is a district, else those below, by name."""
    if bureau.area is None:
        return []
    near = Q(pk=bureau.area_id, kind=Area.Kind.DISTRICT) | Q(parent=bureau.area_id, kind=Area.Kind.DISTRICT)
    return list(Area.objects.filter(near).order_by("name", "pk"))
