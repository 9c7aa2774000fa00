"""Rows of exams, marks and signals, for the permission matrix."""

import datetime as dt

from taoli.archive.models import Exam
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import Grade, SchoolClass
from tests.matrix.targets import Targets, some, student, targets
from tests.world import World


@targets("archive.scores")
def scores(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("archive.exam")
def exam(world: World, role: Role) -> Targets:
    """Own: an exam of the whole 高一; class, grade: of one of its classes, in both of which 王敏 has students."""
    assert world.stranger is not None
    rooms = world.classes
    return some(
        own=_exam(world.grades["高一"]),
        class_=_exam(world.grades["高一"], rooms["高一(1)班"]),
        grade=_exam(world.grades["高一"], rooms["高一(2)班"]),
        school=_exam(world.grades["高二"]),
        other=_exam(world.stranger.school_class.grade, world.stranger.school_class),
    )


def _exam(grade: Grade, room: SchoolClass | None = None) -> Exam:
    said = {"school_id": grade.school_id, "name": "月考", "held_on": dt.date(2026, 11, 16), "grade": grade}
    return Exam.objects.get_or_create(**said, school_class=room, defaults={"entered_at": clock.now()})[0]
