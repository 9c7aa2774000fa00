import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from tests.guidance.writing import write
from tests.world import World


def url(world: World, student: str) -> str:
    return f"/guidance/students/{world.students[student].pk}/"


def test_the_mentor_reads_what_every_adult_wrote(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="家里最近有事")
    write(settled, "李慧", "林子涵", private_text="课上睡着了")
    page = settled.client("王敏").get(url(settled, "林子涵")).content.decode()
    for words in ("林子涵", "家里最近有事", "课上睡着了", "王敏", "李慧", "记一条"):
        assert words in page


def test_the_homeroom_teachers_reading_is_logged_once_a_page(settled: World) -> None:
    rows = write(settled, "王敏", "林子涵", private_text="家里最近有事")
    settled.client("李慧").get(url(settled, "林子涵"))
    log = ViewLog.objects.of(settled.school).get()
    assert (log.page, log.ids) == ("guidance:student_timeline", [str(rows[0].pk)])


@pytest.mark.parametrize("name", ["林子涵", "林母"])
def test_student_and_family_see_the_printed_sentence_only(settled: World, name: str) -> None:
    write(settled, "王敏", "林子涵", private_text="家里最近有事", next_step="看看作息")
    page = settled.client(name).get(url(settled, "林子涵")).content.decode()
    assert "11月23日 与林子涵谈话。" in page
    for words in ("家里最近有事", "看看作息", "记一条", "/guidance/records/"):
        assert words not in page


@pytest.mark.parametrize(
    ("name", "student"), [("林子涵", "周一诺"), ("林母", "周一诺"), ("王敏", "孙浩然"), ("李慧", "赵思源")]
)
def test_a_student_beyond_reach_is_not_found(settled: World, name: str, student: str) -> None:
    assert settled.client(name).get(url(settled, student)).status_code == 404


def test_another_schools_student_is_not_found(settled: World) -> None:
    assert settled.stranger is not None
    for pk in (settled.stranger.pk, uuid.uuid4()):
        assert settled.client("孙悦").get(f"/guidance/students/{pk}/").status_code == 404


def test_the_assessor_sees_dates_and_ways(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="家里最近有事", guidances=["心理疏导"])
    page = settled.client("吴考").get(url(settled, "林子涵")).content.decode()
    assert "谈话" in page
    assert "家里最近有事" not in page
    assert "心理疏导" not in page


def test_an_empty_story_says_no_record_yet(settled: World) -> None:
    page = settled.client("王敏").get(url(settled, "林子涵")).content.decode()
    assert "暂无记录" in page


def test_three_records_cost_as_many_queries_as_one(settled: World) -> None:
    client, counted = settled.client("王敏"), []
    for more in (1, 2):
        for _each in range(more):
            write(settled, "王敏", "林子涵", private_text="一句")
        client.get(url(settled, "林子涵"))
        with CaptureQueriesContext(connection) as seen:
            client.get(url(settled, "林子涵"))
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 13
