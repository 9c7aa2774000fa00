"""Appointments of the small school, for tests."""

import datetime as dt
import re
import uuid
from typing import Any

from django.test import Client

from taoli.guidance.models import Appointment
from taoli.guidance.services import Answer, Offered, make_slips, propose, take
from tests.world import World

CHINA = dt.timezone(dt.timedelta(hours=8))
# Wednesday and Thursday after school, Saturday morning; the clock stands on Monday 23 November, 10:05.
WEDNESDAY = dt.datetime(2026, 11, 25, 16, 30, tzinfo=CHINA)
THURSDAY = dt.datetime(2026, 11, 26, 16, 30, tzinfo=CHINA)
SATURDAY = dt.datetime(2026, 11, 28, 10, 0, tzinfo=CHINA)


def offer(world: World, *students: str, by: str = "王敏", **said: Any) -> Appointment:
    """Let a mentor offer times."""
    ids = [world.students[name].pk for name in students or ("林子涵",)]
    offered = Offered(**{"slots": [WEDNESDAY, THURSDAY], **said})
    return propose(by=world.actor(by), student_ids=ids, offered=offered)


def accept(row: Appointment, world: World, place: int = 0) -> Appointment:
    """Let the guardian take one of the times."""
    row.refresh_from_db()
    slot = row.slots.filter(school_id=row.school_id, closed_at=None).order_by("starts")[place]
    return take(by=world.actor("林母"), row_id=row.pk, edit=row.edit, answer=Answer(slot=slot.pk))


def link_of(world: World, row: Appointment, by: str = "王敏") -> tuple[str, str]:
    """Make link and code; return the link's address and the code."""
    (slip,) = make_slips(by=world.actor(by), pks=[row.pk])
    return f"/guidance/visit/{slip.link}/", slip.code


def form(row: Appointment, do: str, **said: Any) -> dict[str, Any]:
    """What the family's page sends."""
    row.refresh_from_db()
    return {"do": do, "edit": str(row.edit), "op": str(uuid.uuid4()), **said}


def slots_on(page: str) -> list[str]:
    """The times that can be tapped."""
    return re.findall(r'name="slot" value="([0-9a-f-]+)"', page)


def text(answer: object) -> str:
    """The page."""
    return answer.content.decode()  # type: ignore[attr-defined,no-any-return]


def get(link: str) -> str:
    """What somebody without an account sees behind a link."""
    answer = Client().get(link)
    assert answer.status_code == 200
    return text(answer)
