"""Rows of the neighbourhood for the permission matrix."""

from taoli.common.policy import Role
from taoli.neighbourhood.models import CompanionPair, Station
from taoli.roster.models import Staff, Student
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, START, World

AT_SCHOOL = tuple(role for role in Role if role not in {Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF})


@targets("neighbourhood.companion")
def companion(world: World, role: Role) -> Targets:
    """老秦's own pairing, another social mentor's, one next door."""
    assert world.stranger is not None
    other = _guest(world, "老韩")
    rows = {
        "own": _pair(world.guests["老秦"], world.students["赵思源"]),
        "school": _pair(other, world.students["林子涵"]),
        "other": _pair(_stranger(world), world.stranger),
    }
    if role not in AT_SCHOOL:
        return some(other=rows["own"])
    return some(**rows)


@targets("neighbourhood.station")
def station(world: World, role: Role) -> Targets:
    """The station where 岳安 works, another of the district, one of the city."""
    district, city = world.bureaus["district"], world.bureaus["city"]
    own = Station.objects.of(district).get(name="春和社区辅导站")
    far = _station(city.pk, "全市家庭教育指导站")
    if world.actor(CAST[role]).school_id != district.pk:
        return some(other=own)
    return some(own=own, school=_station(district.pk, "梅湾社区辅导站"), other=far)


def _station(bureau: int, name: str) -> Station:
    return Station.objects.get_or_create(school_id=bureau, name=name, defaults={"kind": "community", "street": "街道"})[
        0
    ]


def _guest(world: World, name: str) -> Staff:
    known = {"kind": Staff.Kind.SOCIAL, "vetted_on": START, "name": name}
    return Staff.objects.get_or_create(school=world.school, number=f"S-{name}", defaults=known)[0]


def _stranger(world: World) -> Staff:
    known = {"kind": Staff.Kind.SOCIAL, "vetted_on": START, "name": "邻友"}
    return Staff.objects.get_or_create(school=world.other, number="S901", defaults=known)[0]


def _pair(staff: Staff, student: Student) -> CompanionPair:
    known = {"staff": staff, "student": student}
    row = CompanionPair.objects.of(staff.school_id).filter(**known).first()
    return row or CompanionPair.objects.create(school_id=staff.school_id, purpose="书法", starts=START, **known)
