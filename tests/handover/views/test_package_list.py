import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.handover.sending import Two, drafted, sent

URL = "/handover/packages/"


def test_it_is_empty_and_says_why_then_lists(both: Two) -> None:
    office = both.world.client("孙悦")
    assert "还没有发出档案包" in office.get(URL).content.decode()
    sent(both)
    page = office.get(URL).content.decode()
    assert "林子涵" in page
    assert "等回执" in page


@pytest.mark.parametrize("name", ["王敏", "李慧", "钱程", "郑明", "林子涵"])
def test_nobody_else_opens_it(both: Two, name: str) -> None:
    assert both.world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_packages_as_for_one(both: Two) -> None:
    client, counts = both.world.client("孙悦"), []
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        for name in names:
            drafted(both, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
