import datetime as dt

import time_machine

from tests.guidance.visiting import WEDNESDAY, accept, offer, text
from tests.world import World


def test_two_taps_lead_to_the_result(settled: World) -> None:
    row = accept(offer(settled), settled)
    with time_machine.travel(WEDNESDAY, tick=False):
        client = settled.client("王敏")
        assert client.post(f"/guidance/visits/{row.pk}/tap/arrived/")["Location"] == f"/guidance/visits/{row.pk}/"
    with time_machine.travel(WEDNESDAY + dt.timedelta(minutes=35), tick=False):
        client = settled.client("王敏")
        then = client.post(f"/guidance/visits/{row.pk}/tap/left/")["Location"]
        assert then == f"/guidance/visits/{row.pk}/result/"
        assert 'name="minutes" value="35"' in text(client.get(then))


def test_on_another_day_it_says_why_not(settled: World) -> None:
    row = accept(offer(settled), settled)
    page = settled.client("王敏").post(f"/guidance/visits/{row.pk}/tap/arrived/", follow=True)
    assert "只用于约在今天的见面" in text(page)
    assert settled.client("王敏").post(f"/guidance/visits/{row.pk}/tap/flown/").status_code == 404
