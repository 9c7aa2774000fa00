from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.guidance.models import Appointment
from tests.guidance.visiting import accept, offer, text
from tests.world import World

URL = "/guidance/visits/"


def test_what_waits_for_me_stands_apart_from_what_waits_for_the_family(settled: World) -> None:
    accept(offer(settled), settled)
    offer(settled, "周一诺")
    page = text(settled.client("王敏").get(URL))
    assert page.index("林子涵 · ") < page.index("周一诺 · ")
    assert ("已约定" in page, "等家长答复" in page) == (True, True)


def test_nobody_elses_appointments_are_there(settled: World) -> None:
    offer(settled)
    offer(settled, "孙浩然", by="李慧")
    assert "孙浩然" not in text(settled.client("王敏").get(URL))
    assert "林子涵" in text(settled.client("李慧").get(URL))
    assert settled.client("林母").get(URL).status_code == 403


def test_an_empty_list_offers_the_one_next_step(settled: World) -> None:
    assert "还没有约见" in text(settled.client("王敏").get(URL))


def test_three_rows_cost_no_more_queries_than_one(settled: World) -> None:
    client = settled.client("王敏")
    counts = []
    for names in (("林子涵",), ("周一诺", "赵思源")):
        for name in names:
            offer(settled, name)
        with CaptureQueriesContext(connection) as seen:
            client.get(URL)
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert Appointment.objects.of(settled.school).count() == 3
