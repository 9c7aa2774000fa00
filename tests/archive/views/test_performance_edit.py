import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.models import MonthlyPerformance
from taoli.archive.services import MonthLine, write_month
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/months/"


def form(world: World, sentence: str, edit: int = 0) -> dict[str, object]:
    pk = world.students["林子涵"].pk
    room = str(world.classes["高一(1)班"].pk)
    return sent(room=room, month="2026-11", student=[str(pk)], **{f"edit-{pk}": edit, f"sentence-{pk}": sentence})


def test_a_month_of_the_class_is_written_once(world: World) -> None:
    client = world.client("李慧")
    page = client.get(URL).content.decode()
    assert "2026年11月" in page
    assert "month=2026-10" in page
    said = form(world, "主动留下来打扫")
    for _each in range(2):
        assert client.post(URL, said).status_code == 302
    assert MonthlyPerformance.objects.of(world.school).get().sentence == "主动留下来打扫"
    assert "主动留下来打扫" in client.get(URL).content.decode()


def test_what_another_wrote_meanwhile_is_said_and_the_text_stays(world: World) -> None:
    line = MonthLine(student_id=world.students["林子涵"].pk, aspects=[], sentence="导师写的")
    write_month(by=world.actor("王敏"), room="mine", month=dt.date(2026, 11, 1), lines=[line])
    page = world.client("李慧").post(URL, form(world, "班主任写的")).content.decode()
    assert "别的老师写了这一行" in page
    assert "班主任写的" in page


def test_a_mentor_finds_the_own_students_and_nonsense_is_this_month(world: World) -> None:
    page = world.client("王敏").get(f"{URL}?month=nonsense&room=x").content.decode()
    assert "赵思源" in page
    assert "孙浩然" not in page
    assert world.client("孙悦").get(URL).status_code == 403


def test_without_students_it_says_so(world: World) -> None:
    for student in world.students.values():
        student.mentor = None
        student.save(update_fields=["mentor"])
    assert "没有可填写的学生" in world.client("王敏").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_lines_as_for_one(world: World) -> None:
    client, counts = world.client("李慧"), []
    for names in (("林子涵",), ("周一诺", "孙浩然")):
        room = str(world.classes["高一(1)班"].pk)
        lines = [MonthLine(student_id=world.students[name].pk, aspects=[], sentence="好") for name in names]
        write_month(by=world.actor("李慧"), room=room, month=dt.date(2026, 11, 1), lines=lines)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
