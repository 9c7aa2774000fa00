"""Rows of training, research and exchange for the permission matrix."""

import datetime as dt
import uuid
from decimal import Decimal

from taoli.common import clock
from taoli.common.policy import Role
from taoli.evaluation.models import Story
from taoli.oversight.models import CourseBooking, StoryOffer, Topic
from taoli.roster.models import Staff
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, TODAY, World


def _people(world: World, role: Role) -> dict[str, Staff] | None:
    """The person of the role, somebody else of the school, somebody next door; None for whoever is no staff."""
    name = CAST[role]
    if name not in world.staff or world.staff[name].school_id != world.school.pk:
        return None
    else_ = world.staff["陈立"]
    far, _new = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})
    return {"own": world.staff[name], "school": else_, "other": far}


@targets("oversight.booking")
def booking(world: World, role: Role) -> Targets:
    """The own booking, a colleague's, one next door."""
    return _each(world, role, _booking)


@targets("oversight.topic")
def topic(world: World, role: Role) -> Targets:
    """A topic one leads, a colleague's, one next door."""
    return _each(world, role, _topic)


@targets("oversight.story_offer")
def story_offer(world: World, role: Role) -> Targets:
    """A text one has written, a colleague's, one next door."""
    return _each(world, role, _offer)


def _each(world: World, role: Role, make: object) -> Targets:
    assert callable(make)
    people = _people(world, role)
    if people is None:
        return some(other=make(world, _people(world, Role.MENTOR)["own"]))  # type: ignore[index]
    return some(**{relation: make(world, one) for relation, one in people.items()})


def _booking(world: World, staff: Staff) -> CourseBooking:
    known: dict[str, object] = {
        "bureau": world.bureaus["district"],
        "course_ref": uuid.uuid4(),
        "title": "谈心",
        "part": "skills",
        "day": TODAY,
        "starts": dt.time(9),
        "ends": dt.time(10),
        "hours": Decimal(2),
        "place": "三楼",
        "state": "booked",
    }
    ref = uuid.UUID(int=1)
    return CourseBooking.objects.get_or_create(school_id=staff.school_id, ref=ref, staff=staff, defaults=known)[0]


def _topic(_world: World, staff: Staff) -> Topic:
    return Topic.objects.get_or_create(school_id=staff.school_id, leader=staff, defaults={"title": "导师谈心"})[0]


def _offer(_world: World, staff: Staff) -> StoryOffer:
    known: dict[str, object] = {"kind": "case", "title": "慢一点", "text": "", "written_at": clock.now()}
    story, _new = Story.objects.get_or_create(school_id=staff.school_id, author=staff, defaults=known)
    agreed: dict[str, object] = {"part": "skills", "agreed_on": TODAY}
    return StoryOffer.objects.get_or_create(school_id=staff.school_id, story=story, defaults=agreed)[0]
