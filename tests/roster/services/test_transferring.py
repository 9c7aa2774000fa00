import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.roster.models import AttentionMark, ClassStay, Student
from taoli.roster.services.transferring import Newcomer, admit, carry_attention
from tests.world import TODAY, World


def newcomer(world: World, number: str = "N1", room: str = "高一(1)班") -> Newcomer:
    return Newcomer("温以宁", number, world.classes[room].pk, gender="f", birthday=dt.date(2011, 2, 3))


def test_newcomers_stand_on_the_roster_from_today(world: World) -> None:
    rows = admit(by=world.office, newcomers=[newcomer(world), newcomer(world, "N2", "高二(1)班")])
    assert [one.number for one in rows] == ["N1", "N2"]
    stay = ClassStay.objects.of(world.school).get(student=rows[0])
    assert (stay.starts, stay.school_class) == (TODAY, world.classes["高一(1)班"])
    assert rows[0].sort_key.startswith("wen")


def test_a_taken_or_doubled_number_and_a_strange_class_are_refused_whole(world: World) -> None:
    count = Student.objects.of(world.school).count()
    assert world.stranger is not None
    strange = Newcomer("温以宁", "N9", world.stranger.school_class_id)
    for wrong in ([newcomer(world, "S001")], [newcomer(world), newcomer(world)], [newcomer(world), strange]):
        with pytest.raises(TaoliError):
            admit(by=world.office, newcomers=wrong)
    assert Student.objects.of(world.school).count() == count


def test_attention_goes_on_to_its_day_and_is_not_doubled(world: World) -> None:
    child, until = world.students["林子涵"], TODAY + dt.timedelta(days=30)
    for day in (until, until - dt.timedelta(days=5)):
        carry_attention(by=world.office, student_id=child.pk, until=day)
    assert AttentionMark.objects.of(world.school).get(student=child).ends == until
