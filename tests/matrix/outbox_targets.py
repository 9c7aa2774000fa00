"""Rows of what phones wrote offline, for the permission matrix."""

import uuid

from taoli.common import clock
from taoli.common.policy import Role
from taoli.guidance.models import OfflineDevice, OutboxItem
from taoli.roster.models import SchoolClass, Staff
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, World


@targets("guidance.outbox")
def outbox(world: World, role: Role) -> Targets:
    """A letter of one's own, of a colleague about each class, of next door."""
    mine = world.actor(CAST[role])
    rooms = world.classes
    neighbour = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    own = Staff.objects.of(world.school.pk).filter(pk=mine.person_id or uuid.UUID(int=0)).first()
    return some(
        own=lettered(own) if own else None,
        class_=lettered(world.staff["周宁"], rooms["高一(1)班"]),
        grade=lettered(world.staff["周宁"], rooms["高一(2)班"]),
        school=lettered(world.staff["周宁"], rooms["高二(1)班"]),
        other=lettered(neighbour),
    )


def lettered(writer: Staff, room: SchoolClass | None = None) -> OutboxItem:
    """A letter of somebody, about a class."""
    now = clock.now()
    device = OfflineDevice.objects.get_or_create(
        school_id=writer.school_id,
        staff=writer,
        defaults={"account_id": writer.pk, "token_hash": "", "made_at": now, "seen_at": now},
    )[0]
    return OutboxItem.objects.get_or_create(
        school_id=writer.school_id,
        device=device,
        staff=writer,
        school_class=room,
        grade=room.grade if room else None,
        defaults={"op": uuid.uuid4(), "number": 1, "state": OutboxItem.State.HELD, "received_at": now},
    )[0]
