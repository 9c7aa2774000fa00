import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.archive.growing import aim
from tests.guidance.reporting import hand_in
from tests.world import World

URL = "/archive/handed-in/"


@pytest.mark.parametrize("name", ["李慧", "赵国栋", "孙悦", "钱程"])
def test_numbers_and_days_stand_there_and_no_words(settled: World, name: str) -> None:
    aim(settled, "每天读半小时书")
    hand_in(settled, "谈了月考", "")
    page = settled.client(name).get(f"{URL}?room={settled.classes['高一(1)班'].pk}").content.decode()
    assert "1 · 11月23日" in page
    for words in ("每天读半小时书", "谈了月考"):
        assert words not in page


def test_ways_on_paper_are_offered_to_those_who_may_use_them(settled: World) -> None:
    assert "/archive/sheets/type/" in settled.client("李慧").get(URL).content.decode()
    assert "/archive/sheets/type/" not in settled.client("钱程").get(URL).content.decode()


def test_another_class_is_not_shown(settled: World) -> None:
    page = settled.client("李慧").get(f"{URL}?room={settled.classes['高一(2)班'].pk}").content.decode()
    assert "赵思源" not in page
    assert "林子涵" in page


def test_it_takes_as_many_queries_for_three_students_as_for_one(settled: World) -> None:
    client, counts = settled.client("孙悦"), []
    for room in ("高二(1)班", "高一(1)班"):
        with CaptureQueriesContext(connection) as caught:
            client.get(f"{URL}?room={settled.classes[room].pk}")
        counts.append(len(caught))
    assert counts[0] == counts[1]
