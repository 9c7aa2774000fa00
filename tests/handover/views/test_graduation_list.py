import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.handover.changing import applied, drafted, replan, way
from tests.handover.graduating import graduated
from tests.world import World

URL = "/handover/graduation/"
pytestmark = pytest.mark.usefixtures("summer")


def test_an_empty_list_says_why(world: World) -> None:
    assert "还没有毕业生" in world.client("孙悦").get(URL).content.decode()


def test_classes_that_graduated_are_listed_with_codes_and_files(settled: World) -> None:
    graduated(settled)
    page = settled.client("孙悦").get(f"{URL}?job=x").content.decode()
    assert "1 名毕业生 · 0 人有领取码 · 0 人已领取" in page
    assert "纸条" not in settled.client("钱程").get(f"{URL}?job={uuid.uuid4()}").content.decode()


def test_more_classes_take_as_many_queries(settled: World) -> None:
    client = settled.client("孙悦")
    ways = {name: way(settled, name, "graduates") for name in settled.classes}
    applied(settled, replan(settled, drafted(settled), ways))
    client.get(URL)
    with CaptureQueriesContext(connection) as three:
        page = client.get(URL).content.decode()
    assert page.count("名毕业生") == 3
    settled.students["吴桐"].left_on = None
    settled.students["吴桐"].save()
    with CaptureQueriesContext(connection) as two:
        client.get(URL)
    assert len(two) == len(three)
