"""Rows of star mentors for the permission matrix."""

import datetime as dt
import uuid
from typing import Any

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.oversight.models import Member, StarCandidacy, StarEntry, StarReview, StarRound, StarTitle
from taoli.roster.models import Staff
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, TODAY, World

LEVEL: dict[str, Any] = {"key": "l1", "label": "三星", "quota": None, "criteria": []}


@targets("oversight.star_review")
def review(world: World, role: Role) -> Targets:
    """What 宋评 was asked to review in the district, what somebody else was, one of the city."""
    district, city = world.bureaus["district"], world.bureaus["city"]
    own = _review(district, world.officers["宋评"])
    if world.actor(CAST[role]).school_id != district.pk:
        return some(other=own)
    return some(own=own, school=_review(district, _somebody(district)), other=_review(city, _somebody(city)))


@targets("oversight.candidacy")
def candidacy(world: World, role: Role) -> Targets:
    """王敏's own application, a colleague's, one next door."""
    return _at_school(world, role, _candidacy)


@targets("oversight.star_title")
def title(world: World, role: Role) -> Targets:
    """王敏's own star, a colleague's, one next door."""
    return _at_school(world, role, _title)


def _at_school(world: World, role: Role, make: object) -> Targets:
    assert callable(make)
    own = make(world, world.staff["王敏"])
    if world.actor(CAST[role]).school_id != world.school.pk:
        return some(other=own)
    return some(own=own, school=make(world, world.staff["李慧"]), other=make(world, _somebody(world.other)))


def _somebody(school: School) -> Staff:
    return Staff.objects.get_or_create(school=school, number="X001", defaults={"name": "别人"})[0]


def _candidacy(world: World, mentor: Staff) -> StarCandidacy:
    known = {"bureau": world.bureaus["district"], "level": "l1", "words": "陪伴", "consented_at": clock.now()}
    return StarCandidacy.objects.get_or_create(
        school_id=mentor.school_id, mentor=mentor, round_id=uuid.UUID(int=1), defaults=known
    )[0]


def _title(world: World, mentor: Staff) -> StarTitle:
    known = {"label": "三星", "since": TODAY, "until": TODAY + dt.timedelta(days=9), "mentor": mentor}
    return StarTitle.objects.get_or_create(school_id=mentor.school_id, code=f"1-{mentor.number}", defaults=known)[0]


def _review(bureau: School, reviewer: Staff) -> StarReview:
    days = {"apply_until": TODAY, "review_until": TODAY}
    known = {"state": "review", "levels": [LEVEL], **days}
    row = StarRound.objects.get_or_create(school=bureau, title="认定", defaults=known)[0]
    said = {
        "member": Member.objects.of(bureau).get(code="taoli"),
        "name": "王敏",
        "level": "l1",
        "received_at": clock.now(),
    }
    entry = StarEntry.objects.get_or_create(
        school=bureau, round=row, candidacy=uuid.UUID(int=reviewer.pk.int), defaults=said
    )[0]
    return StarReview.objects.get_or_create(
        school=bureau, entry=entry, reviewer=reviewer, defaults={"assigned_at": clock.now()}
    )[0]
