import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.guidance.models import RecordGram
from taoli.guidance.services import record_correct, record_withdraw
from taoli.matching.models import Pairing
from taoli.roster.models import Student
from tests.guidance.writing import facts, write
from tests.world import TODAY, World

NOTE = "月考退步，和同桌吵架"


def get(world: World, text: str, name: str = "王敏") -> str:
    answer = world.client(name).get("/search/", {"q": text})
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def test_students_are_found_by_name_initials_and_class(settled: World) -> None:
    Student.objects.of(settled.school).filter(name="林子涵").update(sort_key="linzihan lzh")
    for text in ("林子", "lzh", "LZH", "linzi", "高一(1)班"):
        assert "林子涵" in get(settled, text)
    assert "没有找到" in get(settled, "吴桐")


@pytest.mark.parametrize("word", ["月考", "退步", "同桌吵架", "月考 吵架", "「月考」"])
def test_records_are_found_by_words_of_two_characters(settled: World, word: str) -> None:
    write(settled, "王敏", "林子涵", private_text=NOTE)
    assert "林子涵 · 谈话" in get(settled, word)


@pytest.mark.parametrize("word", ["月步", "考试", "步和", "吵", "%", "'; DROP TABLE", "\x00月考x"])
def test_what_does_not_stand_there_is_not_found(settled: World, word: str) -> None:
    write(settled, "王敏", "林子涵", private_text=NOTE)
    assert "林子涵 · 谈话" not in get(settled, word)


def test_pairs_that_stand_apart_are_no_word(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="上课 课间 间操")
    assert "林子涵 · 谈话" not in get(settled, "上课间操")


def test_a_corrected_or_withdrawn_text_is_no_longer_found(settled: World) -> None:
    (row,) = write(settled, "王敏", "林子涵", private_text=NOTE)
    fresh = record_correct(by=settled.actor("王敏"), pk=row.pk, facts=facts(private_text="数学进步"), reason="写错了")
    assert "林子涵 · 谈话" not in get(settled, "月考")
    assert "林子涵 · 谈话" in get(settled, "进步")
    assert set(RecordGram.objects.of(settled.school).values_list("record_id", flat=True)) == {fresh.pk}
    (other,) = write(settled, "王敏", "周一诺", private_text=NOTE)
    record_withdraw(by=settled.actor("王敏"), pk=other.pk)
    assert "周一诺 · 谈话" not in get(settled, "月考")


def test_a_former_mentor_finds_it_for_thirty_days_only(settled: World) -> None:
    (row,) = write(settled, "王敏", "林子涵", private_text=NOTE)
    assert row.pairing is not None
    pairing = Pairing.objects.of(settled.school).filter(pk=row.pairing.pk)
    pairing.update(ends=TODAY - dt.timedelta(10))
    Student.objects.of(settled.school).filter(name="林子涵").update(mentor=settled.staff["李慧"])
    assert "林子涵 · 谈话" in get(settled, "月考")
    pairing.update(ends=TODAY - dt.timedelta(31))
    assert "林子涵 · 谈话" not in get(settled, "月考")


def test_others_find_what_they_may_read_and_that_is_logged(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text=NOTE)
    assert "林子涵 · 谈话" in get(settled, "月考", "李慧")
    log = ViewLog.objects.of(settled.school).get(page="home:search")
    assert log.person_id == settled.staff["李慧"].pk
    write(settled, "赵国栋", "钱多多", private_text=NOTE)
    assert "钱多多" not in get(settled, "月考", "李慧")
    assert "钱多多 · 谈话" in get(settled, "月考", "赵国栋")


def test_reading_ones_own_is_not_logged(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text=NOTE)
    get(settled, "月考")
    assert not ViewLog.objects.of(settled.school).exists()


def test_it_asks_no_more_questions_with_more_results(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text=NOTE)
    client = settled.client("王敏")
    few = asked(client)
    for name in ("周一诺", "赵思源", "林子涵"):
        write(settled, "王敏", name, private_text=NOTE, op=uuid.uuid4())
    assert asked(client) == few


def asked(client: object) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get("/search/?q=月考")  # type: ignore[attr-defined]
    return len(queries)


def test_ten_thousand_characters_and_strange_signs_are_answered_calmly(settled: World) -> None:
    for text in ("月" * 10_000, "👩‍👩‍👧", "\u202e月考", "𠮷𠮷"):
        assert "查找" in get(settled, text)


def test_the_box_stands_in_the_head_of_every_page(settled: World) -> None:
    head = settled.client("王敏").get("/today/").content.decode().split("<main")[0]
    assert 'action="/search/"' in head
    assert 'action="/search/"' not in settled.client("吴考").get("/me/").content.decode()
