"""Rows of exams, marks and signals, for the permission matrix."""

import datetime as dt
from typing import Any

from taoli.archive.models import Exam
from taoli.care.models import Signal
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import Grade, SchoolClass
from tests.matrix.targets import Targets, some, student, targets
from tests.world import TODAY, World


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


@targets("care.signal")
def signal(world: World, role: Role) -> Targets:
    """Signals of the roster's students."""
    return some(**{f"{place}_": _signal(one) for place, one in student(world, role).items()})


def _signal(about: Any) -> Signal:
    said = {"school_id": about.school_id, "student": about, "rule": Signal.Rule.CONTACT}
    return Signal.objects.get_or_create(**said, defaults={"fired_on": TODAY, "facts": {"weeks": 5}})[0]


def _exam(grade: Grade, room: SchoolClass | None = None) -> Exam:
    said = {"school_id": grade.school_id, "name": "月考", "held_on": dt.date(2026, 11, 16), "grade": grade}
    return Exam.objects.get_or_create(**said, school_class=room, defaults={"entered_at": clock.now()})[0]
