import uuid

import pytest

from taoli.guidance.models import GuidanceRecord
from tests.guidance.writing import form, write
from tests.matrix.targets import written_next_door
from tests.world import World


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/{pk}/correct/"


def test_the_page_shows_what_stands_and_keeps_its_students(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", "周一诺", private_text="原来的话", guidances=["学业辅导"], place="校内")[0]
    page = settled.client("王敏").get(url(row.pk)).content.decode()
    assert "原来的话" in page
    assert 'value="学业辅导" checked' in page
    assert 'name="place" value="校内" checked' in page
    assert "对这几名学生一起更正" in page


def test_a_correction_leads_to_the_new_version(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    client = settled.client("王敏")
    sent = form(settled, date="2026-11-20", private_text="改后的话", reason="日期写错了")
    answer = client.post(url(row.pk), sent)
    again = client.post(url(row.pk), sent)
    fresh = GuidanceRecord.objects.of(settled.school).get(version=2)
    assert answer["Location"] == again["Location"] == f"/guidance/records/{fresh.pk}/"


@pytest.mark.parametrize(
    ("said", "words"),
    [({"reason": ""}, "更正原因"), ({"reason": "写错", "date": "2026-11-30"}, "日期还没有到")],
)
def test_without_a_reason_or_with_a_day_to_come_nothing_changes(
    settled: World, said: dict[str, str], words: str
) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    answer = settled.client("王敏").post(url(row.pk), form(settled, private_text="改后的话", **said))
    page = answer.content.decode()
    assert words in page
    assert "改后的话" in page
    assert GuidanceRecord.objects.of(settled.school).count() == 1


def test_who_comes_second_is_told_and_keeps_the_words(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    client = settled.client("王敏")
    client.post(url(row.pk), form(settled, reason="先改"))
    page = client.post(url(row.pk), form(settled, reason="后改", private_text="后改的话")).content.decode()
    assert "已被更正或撤回" in page
    assert "后改的话" in page


def test_somebody_elses_record_is_not_found(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    for name in ("李慧", "孙悦", "钱程"):
        assert settled.client(name).get(url(row.pk)).status_code == 404
        assert settled.client(name).post(url(row.pk), form(settled, reason="x")).status_code == 404
    assert settled.client("王敏").get(url(written_next_door(settled).pk)).status_code == 404
