"""The summer after the year, and two schools that exchange packages; keys of the tests lie in a folder of their own."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from tests.duties.school import settle
from tests.handover.sending import Two, two
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


@pytest.fixture(autouse=True)
def own_folder_of_keys(settings: Any, tmp_path: Path) -> None:
    """No test finds the keys of another."""
    settings.KEYS = tmp_path / "keys"


@pytest.fixture
def both(world: World) -> Two:
    """The small school and the one next door, which have compared their digits."""
    return two(world)
