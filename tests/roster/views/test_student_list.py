"""The list of students."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.roster.models import Student
from tests.world import CAST, World

URL = reverse("roster:student_list")


def names(world: World, person: str, query: str = "") -> list[str]:
    answer = world.client(person).get(f"{URL}?{query}")
    assert answer.status_code == 200
    return [student.name for student in answer.context["rows"]]


def test_each_sees_the_students_in_reach(world: World) -> None:
    assert names(world, "王敏") == ["林子涵", "周一诺", "赵思源"]
    assert names(world, "李慧") == ["林子涵", "周一诺", "孙浩然"]
    assert names(world, "赵国栋") == ["林子涵", "周一诺", "孙浩然", "赵思源", "钱多多"]
    assert names(world, "孙悦") == ["林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐"]
    assert names(world, "林子涵") == ["林子涵"]
    assert names(world, "林母") == ["林子涵"]


@pytest.mark.parametrize("person", ["吴考", "郑明"])
def test_assessor_and_admin_are_kept_out(world: World, person: str) -> None:
    assert world.client(person).get(URL).status_code == 403


def test_somebody_signed_out_is_sent_to_sign_in(world: World) -> None:
    from django.test import Client

    answer = Client().get(URL)
    assert answer.status_code == 302
    assert answer["Location"] == f"/sign-in/?next={URL}"


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=钱", ["钱多多"]), ("q=S004", ["赵思源"]), ("q=高二", ["吴桐"]), ("q=谁也不是", []), ("class=nonsense", 6)],
)
def test_search_narrows_by_name_number_and_class(world: World, query: str, found: list[str] | int) -> None:
    seen = names(world, "孙悦", query)
    assert seen == found or len(seen) == found


def test_initials_find_a_student(world: World) -> None:
    Student.objects.of(world.school).filter(name="钱多多").update(sort_key="qianduoduo qdd")
    assert names(world, "孙悦", "q=QDD") == ["钱多多"]


def test_a_class_is_chosen_with_the_filter(world: World) -> None:
    assert names(world, "孙悦", f"class={world.classes['高一(2)班'].pk}") == ["赵思源", "钱多多"]


def test_a_search_without_result_says_so_and_an_empty_school_says_why(world: World) -> None:
    page = world.client("孙悦").get(f"{URL}?q=谁也不是").content.decode()
    assert "没有符合的人" in page
    Student.objects.of(world.school).update(left_on="2026-11-01")
    page = world.client("孙悦").get(URL).content.decode()
    assert "还没有学生" in page
    assert "导入名册" in page


def test_a_page_holds_45_students(world: World) -> None:
    room = world.classes["高一(1)班"]
    rows = [
        Student(school=world.school, number=f"X{n}", name=f"学{n}", school_class=room, seat=n + 10) for n in range(60)
    ]
    Student.objects.bulk_create(rows)
    answer = world.client("李慧").get(URL)
    assert (len(answer.context["rows"]), answer.context["rows"].paginator.count) == (45, 63)
    assert len(world.client("李慧").get(f"{URL}?page=2").context["rows"]) == 18


def test_the_number_of_queries_does_not_grow_with_the_rows(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    counts = []
    for number in (1, 3):
        keep = list(world.students.values())[:number]
        Student.objects.of(world.school).exclude(pk__in=[one.pk for one in keep]).update(left_on="2026-11-01")
        Student.objects.of(world.school).filter(pk__in=[one.pk for one in keep]).update(left_on=None)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(URL)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_everybody_of_the_cast_who_may_open_it_gets_a_page(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    outside = ("social_mentor", "officer", "reviewer", "station_staff")
    kept_out = dict.fromkeys(("assessor", "counsellor", "admin", *outside), 403)
    assert answers == {**dict.fromkeys(answers, 200), **kept_out}
