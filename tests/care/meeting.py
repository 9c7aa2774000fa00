"""Conferences of the small school, for tests."""

import datetime as dt
import uuid
from typing import Any

from taoli.care.models import Conference, ConferenceItem
from taoli.care.services.actions import NewAction, add_action
from taoli.care.services.agendas import add_item, prepare_agenda
from taoli.care.services.conferences import Plan, plan_conference
from tests.world import TODAY, World

WEEK = dt.timedelta(days=7)


def room_key(world: World, room: str = "高一(1)班") -> str:
    """What a plan calls a class."""
    return f"class-{world.classes[room].pk}"


def meet(world: World, by: str = "李慧", held_on: dt.date = TODAY, **said: Any) -> Conference:
    """Plan the class conference of 高一(1)班."""
    plan = {"kind": "class", "place": room_key(world), "held_on": held_on, **said}
    return plan_conference(by=world.actor(by), plan=Plan(**plan))


def prepared(world: World, by: str = "李慧", **said: Any) -> Conference:
    """Plan it and make its agenda."""
    row = meet(world, by, **said)
    prepare_agenda(by=world.actor(by), pk=row.pk)
    return row


def line_about(world: World, row: Conference, name: str) -> ConferenceItem:
    """The line about a student, added by hand if it is not there."""
    found = ConferenceItem.objects.of(world.school).filter(conference=row, student__name=name).first()
    return found or add_item(by=world.actor("孙悦"), pk=row.pk, text="", student_id=world.students[name].pk)


def agree(world: World, row: Conference, owner: str = "王敏", student: str = "", **said: Any) -> Any:
    """Write an action down."""
    facts = {"text": "和家长约一次谈话", "due_on": row.held_on + WEEK, **said}
    about = world.students[student].pk if student else None
    new = NewAction(owner_id=world.staff[owner].pk if owner else None, student_id=about, **facts)
    return add_action(by=world.actor("孙悦"), pk=row.pk, new=new)


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}


def url(row: Conference, page: str = "") -> str:
    """A page of a conference."""
    return f"/care/conferences/{row.pk}/{page}"
