"""A school with a scheme in force and everybody paired."""

import pytest

from tests.duties.school import settle
from tests.stored import once
from tests.world import World


@pytest.fixture
def settled(world: World) -> World:
    """The small school, Taigu in force since the first day, everybody paired."""
    once("settled", lambda: bool(settle(world)))
    return world
