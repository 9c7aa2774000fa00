import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.handover.services.cards import TypedCard, type_card
from tests.handover.sending import Two


def url(both: Two, name: str = "林子涵") -> str:
    return f"/handover/students/{both.world.students[name].pk}/received/"


def typed(both: Two, name: str = "林子涵", times: int = 1) -> None:
    card = TypedCard(
        from_school="远方小学", strengths="爱读书、有耐心", contacts="每周谈心", wish="慢一点", mentor="丁老师"
    )
    for _each in range(times):
        type_card(by=both.here, student_id=both.world.students[name].pk, card=card)


@pytest.mark.parametrize(("name", "logged"), [("王敏", 0), ("李慧", 1), ("孙悦", 1)])
def test_strengths_first_with_origin_and_others_readings_are_logged(both: Two, name: str, logged: int) -> None:
    typed(both)
    page = both.world.client(name).get(url(both)).content.decode()
    assert page.index("爱读书") < page.index("慢一点") < page.index("每周谈心")
    assert "远方小学" in page
    seen = ViewLog.objects.of(both.world.school).filter(noun="handover.received_student")
    assert seen.count() == logged


def test_nothing_came_along(both: Two) -> None:
    assert "没有移交内容" in both.world.client("王敏").get(url(both)).content.decode()


@pytest.mark.parametrize(("name", "student", "code"), [("王敏", "孙浩然", 404), ("林母", "林子涵", 403)])
def test_beyond_reach(both: Two, name: str, student: str, code: int) -> None:
    assert both.world.client(name).get(url(both, student)).status_code == code


def test_it_takes_as_many_queries_for_three_cards_as_for_one(both: Two) -> None:
    client, counts = both.world.client("王敏"), []
    for more in (1, 2):
        typed(both, times=more)
        with CaptureQueriesContext(connection) as caught:
            client.get(url(both))
        counts.append(len(caught))
    assert counts[0] == counts[1]
