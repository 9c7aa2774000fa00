from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.matching.services.asking import ask_change
from tests.world import World

URL = "/matching/asks/"


def test_the_office_reads_them_and_the_reading_is_logged(going: World) -> None:
    client = going.client("孙悦")
    assert "没有申请" in client.get(URL).content.decode()
    ask_change(by=going.actor("林母"), student_id=going.students["林子涵"].pk, reason="")
    page = client.get(URL).content.decode()
    assert "林子涵" in page
    assert "家长提出" in page
    assert ViewLog.objects.of(going.school).filter(noun="matching.change_ask").count() == 1


def test_three_requests_cost_no_more_queries_than_one(going: World) -> None:
    counts = []
    client = going.client("孙悦")
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        for name in names:
            ask_change(by=going.actor("林母"), student_id=going.students[name].pk, reason="")
        client.get(URL)
        with CaptureQueriesContext(connection) as found:
            client.get(URL)
        counts.append(len(found))
    assert counts[0] == counts[1]
