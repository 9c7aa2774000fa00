import datetime as dt
import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.models import Member
from taoli.oversight.services.handing_in import hand_in_week
from tests.conftest import NOW
from tests.oversight.elsewhere import FIRST, handed, joined
from tests.world import START, TODAY, World

URL = "/oversight/weeks/"


def test_days_are_shown_and_never_a_number_or_a_school_of_another_bureau(world: World) -> None:
    hand_in_week(by=world.office)
    joined(world)
    page = world.client("郑岚").get(URL).content.decode()
    assert "上周已收到 1/3 所" in page
    assert "11-23" in page
    assert "暂无" in page
    assert "未报" not in page


def test_earlier_weeks_can_be_looked_up_and_the_way_leads_back(world: World) -> None:
    joined(world)
    client = world.client("郑岚")
    client.post(f"{URL}upload/", {"file": SimpleUploadedFile("a.json", handed(FIRST))})
    assert "更早几周" not in client.get(URL).content.decode()  # nothing lies before them
    with time_machine.travel(NOW + dt.timedelta(weeks=7), tick=False):
        client = world.client("郑岚")
        latest = client.get(URL).content.decode()
        assert "<td>11-23</td>" not in latest
        (way,) = re.findall(r'href="(\?until=[\d-]+)"', latest)
        before = client.get(URL + way).content.decode()
    assert "<td>11-23</td>" in before
    assert "11-23 当周已收到 0/3 所" in before
    assert "更晚几周" in before
    assert "更早几周" not in before


@pytest.mark.parametrize("until", ["", "x", "2026-02-31", "0001-01-01", "9999-12-31", "2026-11-18"])
def test_whatever_week_is_asked_for_the_page_answers(world: World, until: str) -> None:
    assert world.client("郑岚").get(f"{URL}?until={until}").status_code == 200


def test_a_bureau_without_schools_is_told_how_they_join(world: World) -> None:
    Member.objects.of(world.bureaus["district"]).update(left_on=TODAY)
    assert "还没有学校" in world.client("郑岚").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_schools_as_for_one(world: World) -> None:
    client, counts, bureau = world.client("郑岚"), [], world.bureaus["district"]
    assert bureau.area
    for more in ((), ("a", "b")):
        for code in more:
            Member.objects.create(school=bureau, code=code, name=code, district=bureau.area, joined_on=START)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
