import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from taoli.archive.models import Exam
from tests.archive.examining import examine, past, published, url
from tests.archive.services.test_marks import stage
from tests.world import World

FALLING = (80, 78, 82, 60)


def test_the_mentor_gets_one_suggestion_and_no_names_or_marks(world: World) -> None:
    exam = past(world, texts=FALLING)[-1]
    page = world.client("王敏").get(url(exam)).content.decode()
    assert "与自己相比变化大" in page
    assert "林子涵" not in page
    assert ">60<" not in page


@pytest.mark.parametrize(("name", "rooms"), [("李慧", 1), ("赵国栋", 2), ("孙悦", 2), ("钱程", 2), ("王敏", 2)])
def test_each_sees_the_classes_within_reach_in_words(world: World, name: str, rooms: int) -> None:
    exam = past(world, texts=FALLING)[-1]
    page = world.client(name).get(url(exam)).content.decode()
    assert sum(room in page for room in ("高一(1)班", "高一(2)班")) == rooms
    assert "林子涵" not in page


def test_marks_that_are_not_complete_say_so(world: World) -> None:
    exam = examine(world, {"林子涵": ("88", "90")})
    page = world.client("王敏").get(url(exam)).content.decode()
    assert "成绩还在录入" in page
    assert "88" not in strip_tags(page)  # an id or a token may hold it


def test_the_office_sees_what_waits_and_what_can_be_taken_back(world: World) -> None:
    exam = examine(world)
    row = stage(world, exam)
    client = world.client("孙悦")
    assert "成绩.xlsx" in client.get(url(exam)).content.decode()
    client.post(url(exam, f"import/{row.pk}/"))
    assert "撤回这份成绩表" in client.get(url(exam)).content.decode()
    assert "撤回" not in world.client("王敏").get(url(exam)).content.decode()


def test_one_that_was_set_aside_shows_no_marks(world: World) -> None:
    exam = published(world, {"林子涵": ("88", "90")})
    world.client("孙悦").post(url(exam, "move/"), {"do": "withdraw", "edit": exam.edit})
    assert Exam.objects.of(world.school).get().state == "withdrawn"
    assert "已作废" in world.client("孙悦").get(url(exam)).content.decode()


def test_an_exam_beyond_reach_is_not_found(world: World) -> None:
    exam = examine(world, grade_id=world.grades["高二"].pk)
    for name in ("王敏", "李慧", "赵国栋"):
        assert world.client(name).get(url(exam)).status_code == 404


def test_it_takes_as_many_queries_for_many_students_as_for_one(world: World) -> None:
    one = published(world, {"林子涵": ("88", "90")}, name="少")
    exams = past(world, texts=FALLING)
    counts = []
    for exam in (one, exams[-1]):
        client = world.client("孙悦")
        client.get(url(exam))
        with CaptureQueriesContext(connection) as caught:
            client.get(url(exam))
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert counts[0] <= 20
