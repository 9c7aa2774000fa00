"""The small school with everybody paired and an appraisal drafted."""

import pytest

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.duties.school import settle
from tests.evaluation.work import work_done
from tests.world import World


@pytest.fixture
def settled(world: World) -> World:
    return work_done(settle(world))


@pytest.fixture
def run(settled: World) -> AppraisalRun:
    return services.draft_appraisal(by=settled.office)
