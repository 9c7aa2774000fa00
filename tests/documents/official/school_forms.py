"""Sheets of the forms of the school, read for somebody of the cast."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.documents.official.layout import Sheet
from taoli.documents.official.registry import forms, sheets_of
from tests.world import World


def sheets(world: World, key: str, who: str, *ids: uuid.UUID) -> list[Sheet]:
    """The sheets of a form as somebody gets them."""
    return sheets_of(forms()[key])(world.actor(who), world.term, ids)


def data(world: World, key: str, who: str, *ids: uuid.UUID) -> Mapping[str, Any]:
    """What stands on the only sheet."""
    (found,) = sheets(world, key, who, *ids)
    return found.data


def queries(world: World, key: str, who: str, *ids: uuid.UUID) -> int:
    """How many statements the sheets take."""
    actor = world.actor(who)
    with CaptureQueriesContext(connection) as found:
        sheets_of(forms()[key])(actor, world.term, ids)
    return len(found)


def students(world: World, *names: str) -> list[uuid.UUID]:
    """Ids of students by name."""
    return [world.students[name].pk for name in names]


def staff(world: World, *names: str) -> list[uuid.UUID]:
    """Ids of staff by name."""
    return [world.staff[name].pk for name in names]


def rooms(world: World, *names: str) -> list[uuid.UUID]:
    """Ids of classes by name."""
    return [world.classes[name].pk for name in names]
