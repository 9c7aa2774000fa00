"""Rows of the growth archive, for the permission matrix."""

import uuid
from collections.abc import Callable
from typing import Any

from taoli.archive.models import GrowthEntry, TermEvaluation
from taoli.common import clock
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from taoli.roster.models import Staff, Student, Term
from tests.matrix.targets import Targets, some, student, targets
from tests.world import END, START, TODAY, World


@targets("archive.story")
@targets("archive.taught")
def kept(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("archive.entry")
def entry(world: World, role: Role) -> Targets:
    """Entries about the roster's students, by a teacher who is nobody of the matrix."""
    return _about(world, role, lambda one: _entry(one, staff=_stranger_staff(one)))


@targets("archive.own_entry")
def own_entry(world: World, role: Role) -> Targets:
    """Own: by the principal of the matrix about 林子涵; the others by somebody else about others."""
    people = world.students
    writers: dict[Role, dict[str, Any]] = {
        Role.MENTOR: {"staff": world.staff["王敏"]},
        Role.HOMEROOM_TEACHER: {"staff": world.staff["李慧"]},
        Role.STUDENT: {"by_kind": "student"},
        Role.GUARDIAN: {"by_kind": "guardian", "guardian": world.guardians["林母"]},
    }
    by = writers.get(role)
    found = _about(world, role, lambda one: _entry(one, staff=_stranger_staff(one)))
    return found | some(own=_entry(people["林子涵"], **by) if by else None)


@targets("archive.evaluation")
def evaluation(world: World, role: Role) -> Targets:
    """Evaluations of the roster's students."""
    return _about(world, role, _evaluation)


def _about(world: World, role: Role, make: Callable[[Student], TenantModel]) -> Targets:
    return some(**{f"{place}_": make(one) for place, one in student(world, role).items() if isinstance(one, Student)})


def _stranger_staff(about: Student) -> Staff:
    return Staff.objects.get_or_create(school_id=about.school_id, number="T990", defaults={"name": "别的老师"})[0]


def _entry(about: Student, **said: Any) -> GrowthEntry:
    return GrowthEntry.objects.create(
        school_id=about.school_id,
        occasion=uuid.uuid4(),
        student=about,
        section="works",
        text="剪纸",
        happened_on=TODAY,
        entered_at=clock.now(),
        **{"by_kind": "staff", **said},
    )


def _evaluation(about: Student) -> TermEvaluation:
    defaults = {"starts": START, "ends": END}
    term = Term.objects.of(about.school_id).first()
    term = term or Term.objects.create(school_id=about.school_id, name="学期", **defaults)
    return TermEvaluation.objects.create(
        school_id=about.school_id,
        student=about,
        school_class_id=about.school_class_id,
        term=term,
        opened_at=clock.now(),
        version=TermEvaluation.objects.of(about.school_id).filter(student=about).count() + 1,
    )
