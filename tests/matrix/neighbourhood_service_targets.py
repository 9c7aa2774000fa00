"""Rows of stations' families, notes, evenings and visits for the permission matrix."""

import datetime as dt
import uuid

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.neighbourhood.models import (
    CompanionNote,
    CompanionPair,
    LectureClass,
    ParentLecture,
    ResourceVisit,
    Station,
    StationAppointment,
)
from taoli.roster.models import SchoolClass, Staff, Student
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, START, TODAY, World

OF_BUREAU = (Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF)


@targets("neighbourhood.appointment")
def appointment(world: World, role: Role) -> Targets:
    """A family at 岳安's station, one at another of the district, one of the city."""
    district, city = world.bureaus["district"], world.bureaus["city"]
    own = _family(Station.objects.of(district).get(name="春和社区辅导站"))
    if world.actor(CAST[role]).school_id != district.pk:
        return some(other=own)
    return some(own=own, school=_family(_station(district, "梅湾社区辅导站")), other=_family(_station(city, "市站")))


def _station(bureau: School, name: str) -> Station:
    known = {"kind": "community", "street": "街道"}
    return Station.objects.get_or_create(school=bureau, name=name, defaults=known)[0]


def _family(station: Station) -> StationAppointment:
    known = {"station": station, "topic": "mood"}
    found = StationAppointment.objects.of(station.school_id).filter(**known).first()
    return found or StationAppointment.objects.create(school_id=station.school_id, made_at=clock.now(), **known)


@targets("neighbourhood.companion_note")
def companion_note(world: World, role: Role) -> Targets:
    """Of 老秦 about a mentee of 王敏; of another guest about students of the class, the grade, the school; next door."""
    assert world.stranger is not None
    own, other = world.guests["老秦"], _guest(world.school, "老韩")
    rows = {
        "own": _note(own, world.students["赵思源"]),
        "class_": _note(other, world.students["孙浩然"]),
        "grade": _note(other, world.students["钱多多"]),
        "school": _note(other, world.students["吴桐"]),
        "other": _note(_guest(world.other, "邻友"), world.stranger),
    }
    return some(other=rows["own"]) if role in OF_BUREAU else some(**rows)


def _guest(school: School, name: str) -> Staff:
    known = {"kind": Staff.Kind.SOCIAL, "vetted_on": START, "name": name}
    return Staff.objects.get_or_create(school=school, number=f"S-{name}", defaults=known)[0]


def _note(staff: Staff, student: Student) -> CompanionNote:
    school, known = staff.school_id, {"staff": staff, "student": student, "purpose": "书法"}
    pair = CompanionPair.objects.of(school).filter(**known).first()
    pair = pair or CompanionPair.objects.create(school_id=school, starts=START, **known)
    found = CompanionNote.objects.of(school).filter(pair=pair).first()
    known = {"pair": pair, "held_on": TODAY, "kind": "meeting", "text": "练字", "written_at": clock.now()}
    return found or CompanionNote.objects.create(school_id=school, **known)


@targets("neighbourhood.lecture")
def lecture(world: World, role: Role) -> Targets:
    """Held by the mentor, or planned by the homeroom teacher; for a class, another of the grade, another grade."""
    assert world.stranger is not None
    rooms = world.classes
    own = {Role.MENTOR: "王敏", Role.HOMEROOM_TEACHER: "李慧"}.get(role, "陈立")
    rows = {
        "own": _lecture(rooms["高二(1)班"], "own", world.staff[own]),
        "class_": _lecture(rooms["高一(1)班"], "class", world.staff["孙悦"]),
        "grade": _lecture(rooms["高一(2)班"], "grade", world.staff["孙悦"]),
        "school": _lecture(rooms["高二(1)班"], "school", world.staff["孙悦"]),
        "other": _lecture(world.stranger.school_class, "other", None),
    }
    return some(other=rows["own"]) if role in OF_BUREAU else some(**rows)


def _lecture(room: SchoolClass, theme: str, by: Staff | None) -> ParentLecture:
    words = f"{theme} {by.name if by else ''}"
    known = {"kind": "class", "held_on": TODAY, "at": dt.time(19), "place": "报告厅", "made_by": by.pk if by else None}
    row, new = ParentLecture.objects.get_or_create(school_id=room.school_id, theme=words, defaults=known)
    if new:
        LectureClass.objects.create(school_id=room.school_id, lecture=row, school_class=room)
    return row


@targets("neighbourhood.visit")
def visit(world: World, role: Role) -> Targets:
    """With a class of one's own, a colleague's, one next door."""
    assert world.stranger is not None
    own = {Role.HOMEROOM_TEACHER: "李慧", Role.GRADE_LEAD: "赵国栋"}.get(role, "王敏")
    next_door = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    rows = {
        "own": _visit(world, world.staff[own], world.classes["高一(1)班"]),
        "school": _visit(world, world.staff["周宁"], world.classes["高二(1)班"]),
        "other": _visit(world, next_door, world.stranger.school_class),
    }
    return some(other=rows["own"]) if role in OF_BUREAU else some(**rows)


def _visit(world: World, teacher: Staff, room: SchoolClass) -> ResourceVisit:
    bureau = world.bureaus["district"]
    known = {"bureau": bureau, "teacher": teacher, "school_class": room, "day": TODAY, "number": 40, "name": "馆"}
    found = ResourceVisit.objects.of(room.school_id).filter(**known).first()
    more = {"resource": uuid.uuid4(), "made_at": clock.now()}
    return found or ResourceVisit.objects.create(school_id=room.school_id, **known, **more)
