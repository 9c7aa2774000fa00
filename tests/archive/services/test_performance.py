import datetime as dt
import uuid

import pytest
from django.http import Http404

from taoli.archive.models import MonthlyPerformance
from taoli.archive.queries.performance import MINE, aspects_of, months_of
from taoli.archive.services import MonthLine, write_month
from taoli.common.errors import ConflictError, TaoliError
from tests.world import World

MONTH = dt.date(2026, 11, 1)


def line(world: World, sentence: str = "主动留下来打扫", name: str = "林子涵", edit: int = 0) -> MonthLine:
    aspects = [*aspects_of(world.school.pk)[:1], "没有的方面"]
    return MonthLine(student_id=world.students[name].pk, aspects=aspects, sentence=sentence, edit=edit)


def test_lines_that_changed_are_written_and_others_left(world: World) -> None:
    room = str(world.classes["高一(1)班"].pk)
    lines = [line(world), MonthLine(student_id=world.students["周一诺"].pk, aspects=[], sentence="")]
    for written, edit in ((1, 0), (0, 1)):
        lines[0] = line(world, edit=edit)
        assert write_month(by=world.actor("李慧"), room=room, month=MONTH, lines=lines) == written
    row = MonthlyPerformance.objects.of(world.school).get()
    assert (len(row.aspects), row.sentence) == (1, "主动留下来打扫")
    assert "主动留下来打扫" in months_of(world.school.pk, row.student_id)[0].words


def test_mentor_and_homeroom_teacher_do_not_write_over_each_other(world: World) -> None:
    room = str(world.classes["高一(1)班"].pk)
    write_month(by=world.actor("李慧"), room=room, month=MONTH, lines=[line(world)])
    with pytest.raises(ConflictError, match="林子涵"):
        write_month(by=world.actor("王敏"), room=MINE, month=MONTH, lines=[line(world, "导师写的")])
    assert MonthlyPerformance.objects.of(world.school).get().sentence == "主动留下来打扫"


def test_what_cannot_be_is_refused(world: World) -> None:
    room = str(world.classes["高一(1)班"].pk)
    for month, said, words in ((dt.date(2026, 12, 1), "好", "还没有开始"), (MONTH, "长" * 10_000, "100 个字")):
        with pytest.raises(TaoliError, match=words):
            write_month(by=world.actor("李慧"), room=room, month=month, lines=[line(world, said)])
    for room in (str(world.classes["高一(2)班"].pk), str(uuid.uuid4())):
        with pytest.raises(Http404):
            write_month(by=world.actor("李慧"), room=room, month=MONTH, lines=[])


def test_a_student_of_another_class_is_left_out(world: World) -> None:
    room = str(world.classes["高一(1)班"].pk)
    assert write_month(by=world.actor("李慧"), room=room, month=MONTH, lines=[line(world, name="吴桐")]) == 0
