"""Rows of packages and what came with them, for the permission matrix."""

import uuid

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.handover.models import Arrival, Farewell, Partner
from taoli.roster.models import Staff, Student
from tests.matrix.targets import Targets, some, student, targets
from tests.world import CAST, TODAY, World


@targets("handover.received")
@targets("handover.card")
def receivers(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("handover.farewell")
def farewell(world: World, role: Role) -> Targets:
    """Own: asked of the principal of the cast; the others were asked of somebody else."""
    assert world.stranger is not None
    mine = world.staff.get(CAST[role], world.staff["王敏"])
    other = Staff.objects.get_or_create(school=world.other, number="T800", name="邻师")[0]
    people = world.students
    return some(
        own=_word(people["林子涵"], mine),
        class_=_word(people["孙浩然"], world.staff["周宁"]),
        grade=_word(people["钱多多"], world.staff["周宁"]),
        school=_word(people["吴桐"], world.staff["周宁"]),
        other=_word(world.stranger, other),
    )


@targets("handover.restricted")
def restricted(world: World, role: Role) -> Targets:
    """Own: a package whose restricted part this one was named to open."""
    mine = world.staff.get(CAST[role])
    other = Staff.objects.get_or_create(school=world.other, number="T800", name="邻师")[0]
    return some(
        own=_arrival(world.school, mine) if mine else None,
        class_=_arrival(world.school, world.staff["周宁"]),
        grade=_arrival(world.school, world.staff["陈立"]),
        school=_arrival(world.school, None),
        other=_arrival(world.other, other),
    )


def _word(about: Student, staff: Staff) -> Farewell:
    return Farewell.objects.get_or_create(
        school_id=about.school_id, student=about, staff=staff, defaults={"asked_at": clock.now()}
    )[0]


def _arrival(school: School, named: Staff | None) -> Arrival:
    partner = Partner.objects.get_or_create(
        school=school, code="elsewhere", defaults={"name": "外校", "added_at": clock.now()}
    )[0]
    return Arrival.objects.create(
        school=school,
        package=uuid.uuid4(),
        partner=partner,
        way="file",
        students=1,
        person="丁老师",
        sha256="0" * 64,
        arrived_at=clock.now(),
        reply_by=TODAY,
        expires_on=TODAY,
        named=named,
        restricted=b"x",
    )
