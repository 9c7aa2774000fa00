import datetime as dt
import uuid

from taoli.guidance.models import GuidanceRecord
from tests.guidance.writing import write
from tests.matrix.targets import written_next_door
from tests.world import World


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/{pk}/withdraw/"


def test_undo_takes_back_what_was_just_written(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", "周一诺")[0]
    page = settled.client("王敏").post(url(row.pk), {"op": str(uuid.uuid4())}, follow=True).content.decode()
    assert "2 名学生的记录已撤回" in page
    assert set(GuidanceRecord.objects.of(settled.school).values_list("state", flat=True)) == {"withdrawn"}


def test_a_double_tap_on_undo_is_one(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    client, op = settled.client("王敏"), str(uuid.uuid4())
    first, second = client.post(url(row.pk), {"op": op}), client.post(url(row.pk), {"op": op})
    assert first["Location"] == second["Location"] == "/guidance/records/"


def test_after_ten_minutes_it_says_what_to_do_instead(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    GuidanceRecord.objects.of(settled.school).update(entered_at=row.entered_at - dt.timedelta(minutes=11))
    page = settled.client("王敏").post(url(row.pk), follow=True).content.decode()
    assert "十分钟内可以撤回" in page
    assert GuidanceRecord.objects.of(settled.school).get().state == "submitted"


def test_somebody_elses_record_is_not_found(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    for name in ("李慧", "孙悦"):
        assert settled.client(name).post(url(row.pk)).status_code == 404
    assert settled.client("王敏").post(url(written_next_door(settled).pk)).status_code == 404
    assert GuidanceRecord.objects.of(settled.school).get().state == "submitted"


def test_it_only_answers_a_post(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    assert settled.client("王敏").get(url(row.pk)).status_code == 405
