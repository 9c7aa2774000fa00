"""Sheets of the small school: 王敏's week of 23 November, whose Monday is today."""

import datetime as dt
from typing import Any

from taoli.guidance.models import TickSheet
from taoli.guidance.services.ticks import make_sheets
from tests.world import TODAY, World


def sheet_of(world: World, mentor: str = "王敏", monday: dt.date = TODAY) -> TickSheet:
    """Give a mentor a sheet."""
    make_sheets(by=world.office, monday=monday, mentor_ids=[world.staff[mentor].pk])
    return TickSheet.objects.of(world.school).get(mentor=world.staff[mentor], monday=monday)


def tick(world: World, student: str, way: str = "talk", day: dt.date = TODAY) -> Any:
    """A tick as the service takes it."""
    return world.students[student].pk, day, way


def sent(world: World, student: str, way: str = "talk", day: dt.date = TODAY) -> str:
    """A tick as the browser sends it."""
    return f"{world.students[student].pk} {day.isoformat()} {way}"
