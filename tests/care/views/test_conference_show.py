import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services.agendas import add_item
from taoli.care.services.attendance import send_absence
from taoli.care.services.conferences import cancel_conference
from taoli.care.services.minutes import Typed, type_minutes
from taoli.common.models import ViewLog
from tests.care.meeting import agree, line_about, meet, prepared, room_key, url
from tests.world import TODAY, World


def get(world: World, name: str, row: object) -> str:
    answer = world.client(name).get(url(row))  # type: ignore[arg-type]
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_runs_it_sees_all_lines_and_a_mentor_those_about_the_own_students(settled: World) -> None:
    row = prepared(settled)
    whole, part = get(settled, "李慧", row), get(settled, "王敏", row)
    for name in ("林子涵", "周一诺", "孙浩然"):
        assert name in whole
        assert (name in part) is (name != "孙浩然")
    for words in ("开始会议", "重新生成议程"):
        assert words in whole
        assert words not in part
    assert "我来不了" in part


def test_an_action_about_anothers_student_is_not_shown_to_a_mentor(settled: World) -> None:
    row = prepared(settled)
    agree(settled, row, student="孙浩然", text="谈谈家里的事")
    agree(settled, row, text="统一作业量")
    assert "谈谈家里的事" in get(settled, "李慧", row)
    page = get(settled, "王敏", row)
    assert "谈谈家里的事" not in page
    assert "统一作业量" in page


def test_words_of_an_absent_mentor_stand_with_the_student(settled: World) -> None:
    row = prepared(settled)
    send_absence(by=settled.actor("王敏"), pk=row.pk, lines={settled.students["林子涵"].pk: "这周好多了"})
    assert "王敏：这周好多了" in get(settled, "李慧", row)


def test_a_member_of_the_restricted_committee_reads_all_of_it(settled: World) -> None:
    row = meet(settled, "孙悦", kind="bullying", place="school", members=[settled.staff["何静"].pk])
    add_item(by=settled.office, pk=row.pk, text="走廊里的事")
    line_about(settled, row, "吴桐")
    page = get(settled, "何静", row)
    assert "走廊里的事" in page
    assert "吴桐" in page
    assert settled.client("李慧").get(url(row)).status_code == 404
    assert settled.client("赵国栋").get(url(row)).status_code == 404


def test_reading_lines_about_anothers_students_is_logged(settled: World) -> None:
    row = prepared(settled)
    get(settled, "李慧", row)
    log = ViewLog.objects.of(settled.school).filter(noun="care.item")
    assert len(log.get().ids) == 2
    log.delete()
    get(settled, "王敏", row)
    assert not log.exists()


@pytest.mark.parametrize("name", ["王敏", "李慧"])
def test_another_class_is_not_found(settled: World, name: str) -> None:
    row = meet(settled, "孙悦", place=room_key(settled, "高二(1)班"))
    assert settled.client(name).get(url(row)).status_code == 404


def test_called_off_it_says_why_and_held_it_shows_the_minutes(settled: World) -> None:
    off, held = meet(settled), meet(settled)
    cancel_conference(by=settled.actor("李慧"), pk=off.pk, reason="运动会")
    assert "运动会" in get(settled, "李慧", off)
    type_minutes(by=settled.actor("李慧"), pk=held.pk, edit=1, typed=Typed(held_on=TODAY, summary="一切平稳"))
    assert "一切平稳" in get(settled, "李慧", held)
    assert "一切平稳" not in get(settled, "王敏", held)


def test_without_an_agenda_it_says_what_to_do(settled: World) -> None:
    assert "生成议程" in get(settled, "李慧", meet(settled))
    assert "没有关于你的学生的议题" in get(settled, "王敏", meet(settled))


def test_it_takes_as_many_queries_for_three_lines_as_for_one(settled: World) -> None:
    row = meet(settled)
    client, counts = settled.client("李慧"), []
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        for name in names:
            line_about(settled, row, name)
            agree(settled, row, student=name)
        with CaptureQueriesContext(connection) as caught:
            client.get(url(row))
        counts.append(len(caught))
    assert counts[0] == counts[1]
