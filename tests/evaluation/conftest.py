"""The small school with Taigu in force, everybody paired and some of the work done."""

import pytest

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.duties.school import settle
from tests.evaluation.work import work_done
from tests.stored import once
from tests.world import World


@pytest.fixture
def settled(world: World) -> World:
    """Taigu in force since the first day, everybody paired, 王敏 at work."""
    once("settled", lambda: bool(settle(world)))
    once("work_done", lambda: bool(work_done(world)))
    return world


@pytest.fixture
def run(settled: World) -> AppraisalRun:
    """The draft of the term's appraisal, without any answers."""
    return services.draft_appraisal(by=settled.office)
