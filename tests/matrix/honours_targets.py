"""Rows of stars, career files, stories and training, for the permission matrix."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from taoli.evaluation.models import (
    AppraisalRun,
    CareerEntry,
    StarApplication,
    Story,
    TrainingPart,
    TrainingSession,
)
from taoli.roster.models import Staff, Term
from taoli.schemes.models import SchemeVersion
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, END, START, TODAY, World

# Colleagues of the same class, grade and school who are nobody of the cast.
CLASS, GRADE, SCHOOL = "陈立", "陈立", "周宁"


@targets("evaluation.star")
def star(world: World, role: Role) -> Targets:
    """The mentor's own application, and colleagues'."""
    return _of(world, _star, role is Role.MENTOR, role)


@targets("evaluation.career")
def career(world: World, role: Role) -> Targets:
    """A line of the mentor's own file, and of colleagues'."""
    return _of(world, _entry, role is Role.MENTOR, role)


@targets("evaluation.story")
def story(world: World, role: Role) -> Targets:
    """A story of one's own, and of colleagues."""
    writers = {Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.COUNSELLOR}
    return _of(world, _story, role in writers, role)


@targets("evaluation.training")
def training(world: World, role: Role) -> Targets:
    """Hours of one's own, and of colleagues."""
    return _of(world, _part, role not in {Role.ADMIN, Role.STUDENT, Role.GUARDIAN}, role)


def _of(world: World, make: Callable[[School, Staff], TenantModel], owns: bool, role: Role) -> Targets:
    stranger = Staff.objects.get_or_create(school=world.other, number="T001", name="邻师")[0]
    return some(
        own=make(world.school, world.staff[CAST[role]]) if owns else None,
        class_=make(world.school, world.staff[CLASS]),
        grade=make(world.school, world.staff[GRADE]),
        school=make(world.school, world.staff[SCHOOL]),
        other=make(world.other, stranger),
    )


def _run(school: School) -> AppraisalRun:
    term = Term.objects.of(school).first() or Term.objects.create(school=school, name="学期", starts=START, ends=END)
    scheme = SchemeVersion.objects.get_or_create(school=school, version=1, preset_key="taigu-no2-2012")[0]
    known: dict[str, Any] = {"term": term, "defaults": {"scheme": scheme, "created_at": clock.now()}}
    return AppraisalRun.objects.get_or_create(school=school, **known)[0]


def _star(school: School, staff: Staff) -> StarApplication:
    return StarApplication.objects.create(
        school=school, run=_run(school), mentor=staff, honour="own_stars", level=1, sent_at=clock.now()
    )


def _entry(school: School, staff: Staff) -> CareerEntry:
    return CareerEntry.objects.create(
        school=school, mentor=staff, happened_on=TODAY, kind="award", text="公开课", written_at=clock.now()
    )


def _story(school: School, staff: Staff) -> Story:
    return Story.objects.create(
        school=school, author=staff, kind="case", title="一个案例", text="文", written_at=clock.now()
    )


def _part(school: School, staff: Staff) -> TrainingPart:
    session = TrainingSession.objects.create(
        school=school, held_on=TODAY, theme="培训", kind="lecture", hours=Decimal(2)
    )
    return TrainingPart.objects.create(school=school, session=session, staff=staff, hours=Decimal(2))
