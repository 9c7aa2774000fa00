"""The list of classes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.roster.models import SchoolClass, Student
from tests.world import CAST, World

URL = reverse("roster:class_list")


def rows(world: World, person: str) -> list[tuple[str, int, int]]:
    found = world.client(person).get(URL).context["rows"]
    return [(row.room.name, row.students, row.alone) for row in found]


def test_each_sees_the_classes_in_reach_with_their_numbers(world: World) -> None:
    Student.objects.of(world.school).filter(name="钱多多").update(mentor=None)
    assert rows(world, "孙悦") == [("高一(1)班", 3, 0), ("高一(2)班", 2, 1), ("高二(1)班", 1, 0)]
    assert rows(world, "赵国栋") == [("高一(1)班", 3, 0), ("高一(2)班", 2, 1)]
    assert rows(world, "李慧") == [("高一(1)班", 3, 0)]


def test_who_may_open_it(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    allowed = dict.fromkeys(("homeroom_teacher", "grade_lead", "moral_office", "principal"), 200)
    assert answers == {**dict.fromkeys(answers, 403), **allowed}


def test_the_number_of_queries_does_not_grow_with_the_rows(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    counts = []
    for number in (1, 3):
        keep = [one.pk for one in list(world.classes.values())[:number]]
        SchoolClass.objects.of(world.school).update(closed_on="2026-11-01")
        SchoolClass.objects.of(world.school).filter(pk__in=keep).update(closed_on=None)
        with CaptureQueriesContext(connection) as seen:
            assert len(client.get(URL).context["rows"]) == number
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_school_without_classes_says_where_they_come_from(world: World) -> None:
    SchoolClass.objects.of(world.school).update(closed_on="2026-11-01")
    assert "导入学生表后，班级会自动建好。" in world.client("孙悦").get(URL).content.decode()
