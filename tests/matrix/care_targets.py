"""Rows of cases, for the permission matrix."""

from taoli.care.models import CareCase, CaseMeasure, CategoryKind, Referral
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import Staff, Student, StudentCategory
from tests.matrix.targets import Targets, some, student, targets
from tests.world import CAST, TODAY, World


@targets("care.category")
def fact(world: World, role: Role) -> Targets:
    """Facts of a kind that mentors see, about the roster's students."""
    CategoryKind.objects.get_or_create(
        school=world.school, code="poverty", defaults={"seen_by": "mentor", "label": "困难"}
    )
    return some(**{f"{place}_": _fact(one) for place, one in student(world, role).items() if isinstance(one, Student)})


@targets("care.category_child")
@targets("care.raising")
def children(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("care.case")
def case(world: World, role: Role) -> Targets:
    """Cases of the roster's students, raised and led by somebody else."""
    assert world.stranger is not None
    people, other = world.students, world.staff["郑明"]
    made = {
        "own": _case(people["林子涵"], other),
        "class_": _case(people["孙浩然"], other),
        "grade": _case(people["钱多多"], other),
        "school": _case(people["吴桐"], other),
        "other": _case(world.stranger, _next_door(world)),
    }
    return some(**made)


@targets("care.led")
@targets("care.tie")
def tied(world: World, role: Role) -> Targets:
    """Own: a case one has raised and leads; the others somebody else's."""
    assert world.stranger is not None
    name = CAST[role]
    mine = _case(_child(world, name), world.staff[name]) if name in world.staff else None
    if role in {Role.ASSESSOR, Role.ADMIN}:
        mine = None
    other = _case(world.stranger, _next_door(world))
    return some(own=mine, school=_case(world.students["吴桐"], world.staff["周宁"]), other=other)


@targets("care.entrusted")
def entrusted(world: World, role: Role) -> Targets:
    """Own: a case of a student whom the person has in care; the school's: one whom another counsellor has."""
    assert world.stranger is not None
    name = CAST[role]
    mine, others = world.staff.get(name, world.staff["陈立"]), world.staff["周宁"]
    return some(
        own=_in_care(_child(world, f"心{name}"), mine),
        school=_in_care(world.students["吴桐"], others),
        other=_in_care(world.stranger, _next_door(world)),
    )


def _in_care(about: Student, counsellor: Staff) -> CareCase:
    said = {"asked_on": TODAY, "asked_at": clock.now(), "urgency": "3_routine", "counsellor": counsellor}
    agreed = {"student_consent": "given", "guardian_consent": "given"}
    Referral.objects.update_or_create(
        school_id=about.school_id, student=about, referred_by=counsellor, defaults={**said, **agreed, "state": "care"}
    )
    return _case(about, counsellor)


@targets("care.measure")
def measure(world: World, role: Role) -> Targets:
    """Own: a measure asked of oneself."""
    return some(**{f"{place}_": _measure(one) for place, one in tied(world, role).items() if isinstance(one, CareCase)})


def _fact(about: Student) -> StudentCategory:
    return StudentCategory.objects.get_or_create(
        school_id=about.school_id, student=about, code="poverty", defaults={"starts": TODAY}
    )[0]


def _child(world: World, name: str) -> Student:
    """A student of one's own for each, as a student has one running case only."""
    row, _made = Student.objects.get_or_create(
        school=world.school, number=f"C-{name}", name="个案生", school_class=world.classes["高二(1)班"]
    )
    return row


def _next_door(world: World) -> Staff:
    return Staff.objects.get_or_create(school=world.other, number="T001", name="邻老师")[0]


def _case(about: Student, by: Staff) -> CareCase:
    said = {"raised_on": TODAY, "entered_at": clock.now(), "seriousness": "watch", "state": "open"}
    return CareCase.objects.get_or_create(
        school_id=about.school_id, student=about, defaults={**said, "raised_by": by, "leader": by}
    )[0]


def _measure(case: CareCase) -> CaseMeasure:
    assert case.leader is not None
    return CaseMeasure.objects.get_or_create(
        school_id=case.school_id, case=case, owner=case.leader, defaults={"text": "谈话", "due_on": TODAY}
    )[0]
