"""Rows of what students write and plan, for the permission matrix."""

import uuid

from taoli.archive.models import SealedNote
from taoli.common import clock
from taoli.common.policy import Role
from taoli.guidance.models import StudentPaper
from taoli.roster.models import Group, Student
from tests.matrix.targets import Targets, some, student, targets
from tests.world import TODAY, World


@targets("guidance.writer")
@targets("archive.goals")
@targets("archive.sheets")
def writers(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("guidance.paper")
def paper(world: World, role: Role) -> Targets:
    """Papers of the roster's students."""
    return some(**{f"{place}_": _paper(one) for place, one in _relations(world).items()})


@targets("archive.note")
def note(world: World, role: Role) -> Targets:
    """Notes of the roster's students."""
    made = {place: _note(one) for place, one in _relations(world).items()}
    return some(**{f"{place}_": row for place, row in made.items()})


@targets("guidance.group")
def group(world: World, role: Role) -> Targets:
    """Own: the group of the student, whom the mentor mentors; the others have nobody of either."""
    assert world.stranger is not None
    school = Group.objects.get_or_create(
        school=world.school, kind="study_group", name="别组", school_class=world.classes["高二(1)班"]
    )
    other = Group.objects.get_or_create(
        school=world.other, kind="study_group", name="邻组", school_class=world.stranger.school_class
    )
    return some(own=world.groups["朝阳组"], class_=world.groups["远山组"], school=school[0], other=other[0])


def _relations(world: World) -> dict[str, Student]:
    people = world.students
    assert world.stranger is not None
    return {
        "own": people["林子涵"],
        "class": people["孙浩然"],
        "grade": people["钱多多"],
        "school": people["吴桐"],
        "other": world.stranger,
    }


def _paper(about: Student) -> StudentPaper:
    return StudentPaper.objects.create(
        school_id=about.school_id,
        occasion=uuid.uuid4(),
        kind=StudentPaper.Kind.REFLECTION,
        student=about,
        school_class_id=about.school_class_id,
        held_on=TODAY,
        entered_at=clock.now(),
    )


def _note(about: Student) -> SealedNote:
    return SealedNote.objects.create(school_id=about.school_id, student=about, sealed="1.", written_at=clock.now())
