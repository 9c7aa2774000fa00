import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.roster.models import StudentCategory
from tests.care.noting import noted
from tests.world import START, TODAY, World

DAY = dt.timedelta(days=1)
URL = "/care/categories/review/"


def test_a_year_later_it_is_to_be_looked_at_again_without_saying_what(world: World) -> None:
    row = noted(world)
    client = world.client("李慧")
    assert "林子涵" not in client.get(URL).content.decode()
    StudentCategory.objects.of(world.school).update(review_on=TODAY)
    page = client.get(URL).content.decode()
    assert f"/care/students/{row.student_id}/categories/" in page
    assert "经济" not in page
    assert "有情况待核对的学生：1" in world.client("孙悦").get("/desk/").content.decode()


def test_what_was_imported_is_due_a_year_after_it_began_and_what_ends_soon_too(world: World) -> None:
    people = world.students
    old, soon = people["林子涵"], people["孙浩然"]
    StudentCategory.objects.create(school=world.school, student=old, code="x", starts=START - 366 * DAY)
    StudentCategory.objects.create(school=world.school, student=soon, code="x", starts=START, ends=TODAY + 20 * DAY)
    StudentCategory.objects.create(school=world.school, student=people["周一诺"], code="x", starts=START)
    page = world.client("李慧").get(URL).content.decode()
    assert "林子涵" in page
    assert "孙浩然" in page
    assert "12月13日到期" in page
    assert "周一诺" not in page


def test_the_homeroom_teacher_sees_the_own_class_only(world: World) -> None:
    StudentCategory.objects.create(
        school=world.school, student=world.students["吴桐"], code="x", starts=START - 366 * DAY
    )
    assert "吴桐" not in world.client("李慧").get(URL).content.decode()
    assert "吴桐" in world.client("孙悦").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_students_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("林子涵",), ("吴桐", "钱多多")):
        for name in names:
            StudentCategory.objects.create(
                school=world.school, student=world.students[name], code="x", starts=START - 366 * DAY
            )
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
