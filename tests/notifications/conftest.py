"""Notices of the small cast."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import time_machine

from taoli.common.policy import system
from taoli.notifications.services import To, deliver, notify, send_messages
from tests.world import World

SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> dt.datetime:
    """A moment in Shanghai."""
    return dt.datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


def tell(world: World, names: Iterable[str] = ("王敏",), about: str = "one", **more: Any) -> int:
    """Remind staff by name that they are to introduce themselves."""
    to = [To("staff", world.staff[name].pk) for name in names]
    params = {"step": "publish_mentors", "round": "秋季双向选择"}
    return notify(by=world.office, to=to, kind="step_due", about=about, params=params, **more)


def deliver_at(world: World, moment: dt.datetime) -> int:
    """Empty the outbox at a moment."""
    with time_machine.travel(moment, tick=False):
        return deliver(by=system(world.school.pk))


def send_at(world: World, moment: dt.datetime) -> dict[str, int]:
    """Empty the outbox and send what may go at a moment."""
    with time_machine.travel(moment, tick=False):
        deliver(by=system(world.school.pk))
        return send_messages(by=system(world.school.pk))
