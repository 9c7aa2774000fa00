"""A school in mid-year, for the pages of the year."""

import pytest

from taoli.matching.models import YearChange
from taoli.matching.services import year
from tests.duties.school import settle
from tests.matching.year import to
from tests.stored import once
from tests.world import TODAY, World


@pytest.fixture
def going(world: World) -> World:
    """A scheme in force and everybody paired since the first day."""
    once("settled", lambda: bool(settle(world)))
    return world


@pytest.fixture
def stopped(going: World) -> YearChange:
    """王敏 was stopped by the office today; 李慧 and 陈立 took over."""
    row = year.part_with(
        by=going.office,
        staff_id=going.staff["王敏"].pk,
        way="stopped",
        starts=TODAY,
        shifts=to(going, 林子涵="李慧", 周一诺="李慧", 赵思源="陈立"),
        note="家长多次反映",
    )
    assert row is not None
    return row
