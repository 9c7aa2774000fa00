"""The small school with Taigu in force and a term it can look back on."""

import pytest

from taoli.rehearsal.models import Rehearsal
from taoli.rehearsal.services.rehearsing import Wanted, rehearse, store
from tests.duties.school import settle
from tests.evaluation.work import work_done
from tests.world import World

__all__ = ["kept", "settled"]


@pytest.fixture
def settled(world: World) -> World:
    """Taigu in force since the first day, everybody paired, 王敏 at work."""
    return work_done(settle(world))


@pytest.fixture
def kept(world: World) -> Rehearsal:
    """A rehearsal of Taigu on an invented school, on file."""
    return store(by=world.office, done=rehearse(Wanted("taigu-no2-2012", students=60), world.school.pk))
