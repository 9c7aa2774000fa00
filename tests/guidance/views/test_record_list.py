from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.guidance.writing import write
from tests.world import World

URL = "/guidance/records/"


def test_it_holds_what_i_wrote_and_nothing_else(settled: World) -> None:
    write(settled, "王敏", "林子涵", "赵思源")
    write(settled, "李慧", "孙浩然")
    page = settled.client("王敏").get(URL).content.decode()
    assert "林子涵 · 谈话" in page
    assert "赵思源 · 谈话" in page
    assert "孙浩然" not in page


def test_it_is_searched_by_student(settled: World) -> None:
    write(settled, "王敏", "林子涵", "赵思源")
    page = settled.client("王敏").get(URL, {"q": "赵"}).content.decode()
    assert "赵思源 · 谈话" in page
    assert "林子涵 · 谈话" not in page
    assert "没有找到" in settled.client("王敏").get(URL, {"q": "无此人"}).content.decode()


def test_an_empty_list_says_no_record_yet(settled: World) -> None:
    page = settled.client("王敏").get(URL).content.decode()
    assert "暂无记录" in page
    assert "未谈话" not in page


def test_three_records_cost_as_many_queries_as_one(settled: World) -> None:
    client, counted = settled.client("王敏"), []
    write(settled, "王敏", "林子涵")
    for others in ((), ("周一诺", "赵思源")):
        if others:
            write(settled, "王敏", *others)
        client.get(URL)
        with CaptureQueriesContext(connection) as seen:
            client.get(URL)
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 12
