"""A bureau's training day with people of both schools, for tests."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.urls import reverse

from taoli.common import clock
from taoli.oversight.models import Course, CourseSession
from taoli.oversight.queries.bookings import get_offer
from taoli.oversight.queries.codes import code_at
from taoli.oversight.services.bookings import book
from taoli.oversight.services.courses import (
    CourseFacts,
    SessionPlan,
    keep_course,
    move_session,
    plan_session,
    secret_of,
)
from tests.world import TODAY, World

TITLE = "谈心从倾听开始"


def url(name: str, *args: Any) -> str:
    """An address of the app."""
    return reverse(f"oversight:{name}", args=args)


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}


def course(world: World, title: str = TITLE) -> Course:
    """A course of the district."""
    facts = CourseFacts("skills", title, Decimal(2), "练习不打断", for_new=True, offered=True)
    known = Course.objects.of(world.bureaus["district"]).filter(title=title).first()
    return known or keep_course(by=world.actor("郑岚"), facts=facts)


def plan(**said: Any) -> SessionPlan:
    """Today, in the hour in which the clock of the tests stands."""
    known: dict[str, Any] = {
        "day": TODAY,
        "starts": dt.time(10),
        "ends": dt.time(11, 30),
        "hours": Decimal(2),
        "kind": "lecture",
        "place": "区教研中心三楼",
        "speaker": "何静",
        "seats": 3,
        "sign_up_until": TODAY,
        "word": "",
    }
    return SessionPlan(**{**known, **said})


def session(world: World, state: str = "open", title: str = TITLE, **said: Any) -> CourseSession:
    """A session of the district in a state; nobody is signed up."""
    by = world.actor("郑岚")
    row = plan_session(by=by, course=course(world, title), plan=plan(**said))
    for to in ("open", "held"):
        if state != "planned":
            row = move_session(by=by, pk=row.pk, to=to)
        if state == to:
            break
    return row


def signed_up(world: World, row: CourseSession, *names: str) -> tuple[int, int]:
    """The office signs some of the staff up."""
    staff = [world.staff[name] for name in names]
    return book(by=world.office, session=get_offer(world.office, row.pk), staff=staff)


def begun(world: World, *names: str, **said: Any) -> CourseSession:
    """A session whose sign-in has begun, with some people signed up."""
    row = session(world, **said)
    signed_up(world, row, *names)
    return move_session(by=world.actor("郑岚"), pk=row.pk, to="held")


def code_of(row: CourseSession, back: int = 0) -> str:
    """The code on the wall, or an earlier one."""
    return code_at(secret_of(row), row.pk, clock.now(), back)
