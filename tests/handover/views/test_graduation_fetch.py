import datetime as dt
import io
import zipfile

import pytest
import time_machine
from django.test import Client

from taoli.common import clock
from taoli.handover.models import TakeAlong
from taoli.handover.services.graduation import issue_codes
from tests.handover.graduating import graduated
from tests.world import World

URL = "/handover/graduation/fetch/"
pytestmark = pytest.mark.usefixtures("summer")


def code(world: World) -> str:
    """吴桐's code."""
    _row, one = graduated(world)
    return issue_codes(by=world.office, class_id=one.class_id, left_on=one.left_on)[0].code


def test_a_code_opens_the_own_archive_without_an_account(settled: World) -> None:
    right, client = code(settled), Client()
    assert "领取码" in client.get(URL).content.decode()
    answer = client.post(URL, {"code": f" {right.lower()} "})
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        assert "archive.json" in folder.namelist()
        assert "吴桐" in folder.read("archive.json").decode()
    assert TakeAlong.objects.of(settled.school).get().fetched_at is not None


def test_it_opens_again_for_a_day_and_then_no_more(settled: World) -> None:
    right, client = code(settled), Client()
    client.post(URL, {"code": right})
    assert client.post(URL, {"code": right})["Content-Type"] == "application/zip"
    with time_machine.travel(clock.now() + dt.timedelta(days=2)):
        assert "已使用过或已过期" in client.post(URL, {"code": right}).content.decode()


def test_it_ends_after_ninety_days_and_a_wrong_one_rests_after_many_tries(settled: World) -> None:
    right, client = code(settled), Client()
    wrong = right[:5] + "-22222-22222"
    for _each in range(11):
        assert "领取码不对" in client.post(URL, {"code": wrong}).content.decode()
    assert TakeAlong.objects.of(settled.school).get().failures == 10
    assert "领取码不对" in client.post(URL, {"code": right}).content.decode()
    with time_machine.travel(clock.now() + dt.timedelta(minutes=6)):
        assert client.post(URL, {"code": right})["Content-Type"] == "application/zip"
    with time_machine.travel(clock.now() + dt.timedelta(days=91)):
        assert "领取码不对" in client.post(URL, {"code": right}).content.decode()
