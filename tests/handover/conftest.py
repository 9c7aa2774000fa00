"""The summer after the year: the day on which classes go up."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine

from tests.duties.school import settle
from tests.world import World

SUMMER = dt.datetime(2027, 9, 1, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@pytest.fixture
def summer() -> Iterator[None]:
    """It is 1 September 2027."""
    with time_machine.travel(SUMMER, tick=False):
        yield


@pytest.fixture
def settled(world: World) -> World:
    """The small school, Taigu in force since the first day, everybody paired."""
    return settle(world)
