"""The small school after some weeks of work."""

import pytest

from tests.documents.official.people import work
from tests.stored import once
from tests.world import World


@pytest.fixture
def worked(world: World) -> World:
    """王敏 has worked with 林子涵 and 周一诺; what forms print is there, and what they must not."""
    once("worked", lambda: bool(work(world)))
    return world
