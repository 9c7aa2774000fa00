import uuid

import pytest
from django.test import Client

from taoli.common.models import ViewLog
from taoli.guidance.services import record_correct
from tests.guidance.writing import facts, write
from tests.matrix.targets import written_next_door
from tests.world import World


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/{pk}/"


def test_both_texts_stand_apart_and_the_readers_are_named(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="家里最近有事", next_step="看看作息")[0]
    page = settled.client("王敏").get(url(row.pk)).content.decode()
    for words in (
        "11月23日 与林子涵谈话。",
        "家里最近有事",
        "看看作息",
        "我、班主任李老师、年级组长、德育处、校长",
        "更正",
        "撤回",
    ):
        assert words in page


def test_a_reader_who_is_not_the_writer_cannot_change_it_and_is_logged(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="家里最近有事")[0]
    page = settled.client("李慧").get(url(row.pk)).content.decode()
    assert "家里最近有事" in page
    assert f"{url(row.pk)}correct/" not in page
    assert ViewLog.objects.of(settled.school).get().ids == [str(row.pk)]


def test_the_assessor_is_told_that_there_is_more(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="家里最近有事")[0]
    page = settled.client("吴考").get(url(row.pk)).content.decode()
    assert "看不到写了什么" in page
    assert "家里最近有事" not in page


@pytest.mark.parametrize("name", ["林子涵", "林母", "郑明"])
def test_nobody_else_opens_it(settled: World, name: str) -> None:
    row = write(settled, "李慧", "孙浩然")[0]
    assert settled.client(name).get(url(row.pk)).status_code == 403
    assert settled.client("王敏").get(url(row.pk)).status_code == 404


def test_another_schools_record_and_an_invented_one_are_not_found(settled: World) -> None:
    for pk in (written_next_door(settled).pk, uuid.uuid4()):
        assert settled.client("孙悦").get(url(pk)).status_code == 404


def test_a_correction_shows_its_reason_and_the_older_version(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="原来的话")[0]
    fresh = record_correct(by=settled.actor("王敏"), pk=row.pk, facts=facts(private_text="改后的话"), reason="写错了")
    page = settled.client("王敏").get(url(fresh.pk)).content.decode()
    for words in ("改后的话", "写错了", "以前的版本", "原来的话"):
        assert words in page
    old = settled.client("王敏").get(url(row.pk)).content.decode()
    assert "这个版本不再有效：已更正" in old
    assert f"{url(row.pk)}correct/" not in old


def test_the_anonymous_are_sent_to_sign_in(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    assert Client().get(url(row.pk)).status_code == 302


def test_writer_and_homeroom_teacher_see_who_has_read_it(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="家里最近有事")[0]
    assert "还没有人看过" in settled.client("王敏").get(url(row.pk)).content.decode()
    settled.client("孙悦").get(url(row.pk))
    for name in ("王敏", "李慧"):
        page = settled.client(name).get(url(row.pk)).content.decode()
        assert "谁看过" in page
        assert "孙悦" in page
    assert "谁看过" not in settled.client("钱程").get(url(row.pk)).content.decode()


def test_the_mentor_is_named_among_the_readers_of_what_others_write(settled: World) -> None:
    row = write(settled, "李慧", "林子涵")[0]
    page = settled.client("李慧").get(url(row.pk)).content.decode()
    assert "我、导师王老师、年级组长、德育处、校长" in page
