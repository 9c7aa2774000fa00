from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.guidance.models import UnsafeAlarm
from taoli.guidance.services.alarms import press_unsafe
from taoli.guidance.services.talks import send
from tests.guidance.talking import asked, body, mentor_key, watch
from tests.world import World

PAGE = "/guidance/talks/"


def test_the_adult_sees_who_asked_and_a_colleague_sees_nothing(world: World) -> None:
    asked(world)
    assert "林子涵" in body(world.client("王敏"), PAGE)
    assert "林子涵" not in body(world.client("孙悦"), PAGE)


def test_more_wishes_and_alarms_ask_the_database_nothing_more(world: World) -> None:
    client = world.client("王敏")
    watch(world, "王敏")
    counts = []
    for names in (("林子涵",), ("周一诺", "赵思源")):
        for name in names:
            student = world.students[name]
            send(by=world.office, student=student, adult=mentor_key(world), text="", may_pass=False, source="paper")
            press_unsafe(by=world.actor("林子涵"), source="own")
            UnsafeAlarm.objects.of(world.school).update(state="closed")
        with CaptureQueriesContext(connection) as seen:
            body(client, PAGE)
        counts.append(len(seen))
    assert counts[0] == counts[1]
