"""Rows for the permission matrix: wishes to talk, their codes, alarms."""

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.guidance.models import TalkAsk, UnsafeAlarm, UnsafeRing
from taoli.roster.models import Staff, Student
from tests.matrix.targets import WRITERS, Targets, some, student, targets
from tests.world import World


@targets("guidance.talk")
def talk(world: World, role: Role) -> Targets:
    """Own: by the student, or to the principal of the matrix; the others are between other people."""
    own = ("何静", "林子涵") if role is Role.COUNSELLOR else WRITERS.get(role)
    return some(
        own=wished(world, *own) if own else None,
        class_=wished(world, "周宁", "孙浩然"),
        grade=wished(world, "周宁", "钱多多"),
        school=wished(world, "周宁", "吴桐"),
        other=wished_next_door(world),
    )


def wished(world: World, adult: str, about: str) -> TalkAsk:
    """A wish of a student to talk with somebody."""
    return _wished(world.school, world.students[about], world.staff[adult])


def wished_next_door(world: World) -> TalkAsk:
    """A wish in the other school."""
    assert world.stranger is not None
    adult = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    return _wished(world.other, world.stranger, adult)


def _wished(school: School, student: Student, adult: Staff) -> TalkAsk:
    now = clock.now()
    return TalkAsk.objects.create(
        school=school, student=student, adult=adult, office="mentor", asked_at=now, due_at=now
    )


@targets("guidance.talk_code")
def talk_code(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


RUNG = {Role.ASSESSOR: "吴考", Role.ADMIN: "郑明", Role.COUNSELLOR: "何静"}


@targets("guidance.unsafe")
def unsafe(world: World, role: Role) -> Targets:
    """Own: the student's, or one for which the principal of the matrix was rung; the others rang for somebody else."""
    own = RUNG.get(role) or WRITERS.get(role, ("", ""))[0]
    return some(
        own=rang(world, own, "林子涵") if own else None,
        class_=rang(world, "周宁", "孙浩然"),
        grade=rang(world, "周宁", "钱多多"),
        school=rang(world, "周宁", "吴桐"),
        other=rang_next_door(world),
    )


def rang(world: World, adult: str, about: str) -> UnsafeAlarm:
    """An alarm of a student for which an adult was rung."""
    alarm = _alarm(world.school, world.students[about])
    known = {"alarm": alarm, "staff": world.staff[adult], "wave": 1}
    UnsafeRing.objects.get_or_create(school=world.school, **known, defaults={"rank": "leader", "at": clock.now()})
    return alarm


def rang_next_door(world: World) -> UnsafeAlarm:
    """An alarm in the other school."""
    assert world.stranger is not None
    return _alarm(world.other, world.stranger)


def _alarm(school: School, student: Student) -> UnsafeAlarm:
    """Closed, so that a student of the matrix has as many as are asked for."""
    now = clock.now()
    return UnsafeAlarm.objects.create(
        school=school, student=student, source="own", pressed_at=now, last_pressed_at=now, state="closed"
    )
