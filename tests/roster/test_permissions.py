"""A guardian whose tie has ended reaches the child no more."""

import datetime as dt

from taoli.roster.models import Guardianship, Student
from taoli.roster.permissions import STUDENT
from tests.world import TODAY, World


def reached(world: World) -> list[str]:
    rows = STUDENT.within(Student.objects.all(), world.actor("林母"), "view")
    return [one.name for one in rows]


def test_guardian_reaches_the_child_until_the_last_day_of_the_tie(world: World) -> None:
    ties = Guardianship.objects.of(world.school)
    assert reached(world) == ["林子涵"]
    ties.update(ends=TODAY)
    assert reached(world) == ["林子涵"]
    ties.update(ends=TODAY - dt.timedelta(days=1))
    assert reached(world) == []
