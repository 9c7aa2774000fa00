import datetime as dt

import time_machine

from taoli.guidance.models import GuidanceRecord
from tests.guidance.visiting import WEDNESDAY, accept, offer, text
from tests.world import World


def test_one_line_each_and_save_writes_the_record_and_the_family_reads_its_line(settled: World) -> None:
    row = accept(offer(settled), settled)
    url = f"/guidance/visits/{row.pk}/result/"
    sent = {"edit": row.edit, "private_text": "只给导师", "family_note": "每周五打电话"}
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        client = settled.client("王敏")
        assert "能看到的人" in text(client.get(url)) or "我、班主任" in text(client.get(url))
        assert client.post(url, sent)["Location"].startswith("/guidance/records/new/?after=")
        page = text(settled.client("林母").get(f"/guidance/family-visits/{row.pk}/"))
    assert GuidanceRecord.objects.of(settled.school).get().private_text == "只给导师"
    assert ("每周五打电话" in page, "只给导师" in page) == (True, False)


def test_sent_twice_it_is_one_record(settled: World) -> None:
    row = accept(offer(settled), settled)
    sent = {"edit": row.edit, "op": "0badc0de-0000-4000-8000-000000000001"}
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        for _twice in range(2):
            assert settled.client("王敏").post(f"/guidance/visits/{row.pk}/result/", sent).status_code == 302
    assert GuidanceRecord.objects.of(settled.school).count() == 1


def test_what_is_not_agreed_has_no_form_and_nobody_else_enters_it(settled: World) -> None:
    row = offer(settled)
    assert "约定好的见面才能填写结果" in text(settled.client("王敏").get(f"/guidance/visits/{row.pk}/result/"))
    assert settled.client("孙悦").get(f"/guidance/visits/{row.pk}/result/").status_code == 404
