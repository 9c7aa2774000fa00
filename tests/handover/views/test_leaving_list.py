from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.handover.services.leaving import leave
from tests.world import TODAY, World

URL = "/handover/leaving/"


def gone(world: World, *names: str) -> None:
    for name in names:
        leave(by=world.office, student_id=world.students[name].pk, reason="transferred_out", last=TODAY, note="青岛")


def test_an_empty_list_says_why(settled: World) -> None:
    assert "还没有离校学生" in settled.client("孙悦").get(URL).content.decode()


def test_the_office_sees_all_others_their_own_and_the_reading_is_logged(settled: World) -> None:
    gone(settled, "林子涵", "钱多多", "吴桐")
    page = settled.client("孙悦").get(URL).content.decode()
    for words in ("林子涵", "钱多多", "转学 · 青岛", "复学", "撤回"):
        assert words in page
    assert ViewLog.objects.of(settled.school).filter(noun="handover.leaving").exists()
    page = settled.client("李慧").get(URL).content.decode()
    assert "林子涵" in page
    assert "钱多多" not in page
    page = settled.client("赵国栋").get(URL).content.decode()
    assert "钱多多" in page
    assert "吴桐" not in page


def test_three_lines_take_as_many_queries_as_one(settled: World) -> None:
    client = settled.client("孙悦")
    gone(settled, "林子涵")
    client.get(URL)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    gone(settled, "钱多多", "吴桐")
    with CaptureQueriesContext(connection) as three:
        client.get(URL)
    assert len(one) == len(three)
