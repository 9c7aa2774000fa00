"""Places of the district's bureau, and a class of the school that visits one."""

import datetime as dt
from typing import Any

from taoli.neighbourhood.models import Resource, ResourceBooking, ResourceVisit
from tests.world import World

SATURDAY = dt.date(2026, 12, 5)


def place(world: World, name: str = "春和博物馆", **more: Any) -> Resource:
    """Takes 60 students on Saturdays."""
    known = {"kind": "museum", "theme": "ideals", "capacity": 60, "weekdays": [5]}
    bureau = more.pop("bureau", world.bureaus["district"])
    return Resource.objects.create(school=bureau, name=name, **{**known, **more})


def booked(world: World, resource: Resource, **more: Any) -> tuple[ResourceVisit, ResourceBooking]:
    """Asked for by 王敏 for 高一(1)班, on both sides."""
    known = {"day": SATURDAY, "number": 45, "made_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC), **more}
    visit = ResourceVisit.objects.create(
        school=world.school,
        bureau=resource.school,
        resource=resource.pk,
        name=resource.name,
        school_class=world.classes["高一(1)班"],
        teacher=world.staff["王敏"],
        **known,
    )
    booking = ResourceBooking.objects.create(
        school=resource.school,
        resource=resource,
        reference=visit.pk,
        from_school=world.school,
        school_name="桃李中学",
        room="高一(1)班",
        teacher="王敏",
        **known,
    )
    return visit, booking
