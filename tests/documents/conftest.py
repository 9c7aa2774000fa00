"""The small school with everybody paired and an appraisal drafted."""

import pytest

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.duties.school import settle
from tests.evaluation.work import work_done
from tests.stored import once
from tests.world import World


@pytest.fixture
def settled(world: World) -> World:
    once("settled", lambda: bool(settle(world)))
    once("work_done", lambda: bool(work_done(world)))
    return world


@pytest.fixture
def run(settled: World) -> AppraisalRun:
    return services.draft_appraisal(by=settled.office)
