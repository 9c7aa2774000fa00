"""Rows of what the school and families agree and write, for the permission matrix."""

from collections.abc import Callable

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from taoli.guidance.models import Appointment, FamilyCorrection, FamilyMessage
from taoli.roster.models import Guardian, Guardianship, Staff, Student
from tests.matrix.targets import WRITERS, Targets, some, targets
from tests.world import TODAY, World


@targets("guidance.appointment")
def appointment(world: World, role: Role) -> Targets:
    """Offered by the principal of the matrix, or about the guardian's child; the others by somebody else."""
    return _from_home(_appointment, world, role)


@targets("guidance.family_message")
def family_message(world: World, role: Role) -> Targets:
    """To the principal of the matrix, or by the guardian."""
    return _from_home(_family_message, world, role)


@targets("guidance.family_correction")
def family_correction(world: World, role: Role) -> Targets:
    """Asked for about the writer's student, or by the guardian."""
    return _from_home(_family_correction, world, role)


def _from_home(make: Callable[[School, Staff, Student], TenantModel], world: World, role: Role) -> Targets:
    assert world.stranger is not None
    own = WRITERS.get(role)
    mentor = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    return some(
        own=make(world.school, world.staff[own[0]], world.students[own[1]]) if own else None,
        class_=make(world.school, world.staff["陈立"], world.students["孙浩然"]),
        grade=make(world.school, world.staff["陈立"], world.students["钱多多"]),
        school=make(world.school, world.staff["周宁"], world.students["吴桐"]),
        other=make(world.other, mentor, world.stranger),
    )


def _appointment(school: School, mentor: Staff, student: Student) -> TenantModel:
    known = {"school": school, "mentor": mentor, "student": student}
    return Appointment.objects.get_or_create(**known, defaults={"made_at": clock.now()})[0]


def _guardian(school: School, student: Student) -> Guardian:
    tie = Guardianship.objects.of(school).filter(student=student).first()
    return tie.guardian if tie else Guardian.objects.get_or_create(school=school, name=f"{student.name}家长")[0]


def _family_message(school: School, mentor: Staff, student: Student) -> TenantModel:
    known = {"school": school, "mentor": mentor, "student": student, "guardian": _guardian(school, student)}
    return FamilyMessage.objects.get_or_create(**known, defaults={"sent_at": clock.now()})[0]


def _family_correction(school: School, _mentor: Staff, student: Student) -> TenantModel:
    known = {"school": school, "student": student, "guardian": _guardian(school, student)}
    return FamilyCorrection.objects.get_or_create(**known, defaults={"asked_at": clock.now(), "due_on": TODAY})[0]
