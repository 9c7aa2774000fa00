from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.roster.models import Student
from tests.guidance.talking import body, watch
from tests.world import World

PAGE = "/night-card/sheet/"


def test_the_whole_sheet_is_for_whoever_is_on_duty_and_all_are_logged(world: World) -> None:
    assert world.client("王敏").get(PAGE).status_code == 404
    watch(world, "王敏")
    page = body(world.client("王敏"), PAGE)
    assert "13800000000" in page
    assert "吴桐" in page
    assert "邻校生" not in page
    seen = ViewLog.objects.of(world.school).get(noun="roster.guardian")
    assert len(seen.ids) == 6


def test_more_students_ask_the_database_nothing_more(world: World) -> None:
    watch(world, "王敏")
    client = world.client("王敏")
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as seen:
            body(client, PAGE)
        counts.append(len(seen))
        room = world.classes["高一(1)班"]
        Student.objects.create(school=world.school, number=f"N{number}", name="新生", school_class=room)
    assert counts[0] == counts[1]
