import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.duties.services import add_acts
from taoli.roster.models import AttentionMark, Student
from tests.duties.school import did
from tests.guidance.writing import write
from tests.world import START, TODAY, World


def get(world: World, name: str = "李慧") -> str:
    answer = world.client(name).get("/week/")
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def test_the_week_of_the_own_class_is_told_in_counts_and_names(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    earlier = dt.date(2026, 11, 12)
    add_acts(by=settled.actor("王敏"), acts=did(settled, "王敏", "周一诺", held_on=earlier, entered_on=earlier))
    page = get(settled)
    assert "本周 3 人中 1 人有记录。" in page
    assert "3 人中 2 人本月有记录，1 人暂无记录：孙浩然。" in page
    assert "高一(2)班" not in page


def test_who_needs_attention_and_was_not_reached_this_week_is_named(settled: World) -> None:
    for name in ("林子涵", "孙浩然"):
        AttentionMark.objects.create(school=settled.school, student=settled.students[name], starts=START)
    write(settled, "王敏", "林子涵")
    waiting = get(settled).split("需多留意、本周暂无记录：")[1].split("</p>")[0]
    assert "孙浩然" in waiting
    assert "林子涵" not in waiting


def test_a_grade_lead_sees_the_classes_of_the_grade(settled: World) -> None:
    page = get(settled, "赵国栋")
    assert "高一(1)班" in page
    assert "高一(2)班" in page
    assert "高二(1)班" not in page
    assert "可能需要减负" in page


def test_others_have_no_such_page(settled: World) -> None:
    for name in ("王敏", "孙悦", "林子涵"):
        assert settled.client(name).get("/week/").status_code == 403


def test_it_asks_no_more_questions_with_more_students(settled: World) -> None:
    client = settled.client("赵国栋")
    few = queries(client)
    for place in range(3):
        room = settled.classes["高一(1)班"]
        child = Student.objects.create(
            school=settled.school, number=f"N{place}", name=f"新生{place}", school_class=room
        )
        AttentionMark.objects.create(school=settled.school, student=child, starts=TODAY)
    assert queries(client) == few


def queries(client: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/week/")  # type: ignore[attr-defined]
    return len(asked)
