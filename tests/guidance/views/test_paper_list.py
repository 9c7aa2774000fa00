import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.guidance.reporting import hand_in, settle_reports
from tests.world import World

URL = "/guidance/papers/"


def test_it_says_kindly_what_is_asked_for_now_and_until_when(world: World) -> None:
    settle_reports(world)
    page = world.client("林子涵").get(URL).content.decode()
    assert "两周汇报" in page
    assert "月" in page.split("建议 ")[1][:6]
    for word in ("逾期", "未交", "必须"):
        assert word not in page


def test_nothing_is_asked_for_where_the_scheme_asks_nothing(settled: World) -> None:
    page = settled.client("林子涵").get(URL).content.decode()
    assert "两周汇报" not in page
    assert "受导记录" in page


def test_it_takes_as_many_queries_for_three_papers_as_for_one(settled: World) -> None:
    client = settled.client("林子涵")
    counts = []
    for more in (1, 2):
        for place in range(more):
            hand_in(settled, f"第{more}{place}次", "")
        with CaptureQueriesContext(connection) as caught:
            assert client.get(URL).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["王敏", "林母", "孙悦"])
def test_nobody_but_students_has_this_page(settled: World, name: str) -> None:
    assert settled.client(name).get(URL).status_code == 403
