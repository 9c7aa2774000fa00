"""Rows of guidance for the permission matrix, beside those of `targets`."""

import datetime as dt

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.guidance.models import RecordDraft
from taoli.roster.models import Group, GroupMember, Staff, WatchTurn
from tests.matrix.targets import WRITERS, Targets, some, targets, written_next_door
from tests.world import CAST, START, World


@targets("guidance.draft")
def draft(world: World, role: Role) -> Targets:
    """Own: begun by the principal of the matrix; the others by colleagues."""
    own = WRITERS.get(role)
    return some(
        own=_begun(world.school, world.staff[own[0]]) if own else None,
        class_=_begun(world.school, world.staff["陈立"]),
        grade=_begun(world.school, world.staff["陈立"]),
        school=_begun(world.school, world.staff["周宁"]),
        other=_begun(world.other, written_next_door(world).by),
    )


@targets("guidance.met")
def met(world: World, role: Role) -> Targets:
    """Own: lives in the house where the principal of the matrix is on duty; the others live elsewhere."""
    people = world.students
    staff = next((one for one in world.staff.values() if one.pk == world.actor(CAST[role]).person_id), None)
    if staff is not None:
        house = Group.objects.get_or_create(school=world.school, kind=Group.Kind.DORMITORY, name="兰苑101室")[0]
        GroupMember.objects.get_or_create(
            school=world.school, group=house, student=people["林子涵"], defaults={"starts": START}
        )
        known = {"staff": staff, "post": WatchTurn.Post.DORMITORY, "place": "兰苑"}
        hour = dt.timedelta(hours=1)
        times = {"starts": clock.now() - hour, "ends": clock.now() + hour}
        WatchTurn.objects.get_or_create(school=world.school, **known, defaults=times)
    return some(
        own=people["林子涵"] if staff else None,
        class_=people["孙浩然"],
        grade=people["钱多多"],
        school=people["吴桐"],
        other=world.stranger,
    )


def _begun(school: School, author: Staff) -> RecordDraft:
    known = {"author": author, "key": "record-new"}
    return RecordDraft.objects.get_or_create(school=school, **known, defaults={"saved_at": clock.now()})[0]
