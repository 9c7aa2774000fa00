"""Rows of conferences and agendas, for the permission matrix."""

from taoli.care.models import AgendaNote, Attendance, Conference, ConferenceAction
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import SchoolClass, Staff, Student
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, TODAY, World


@targets("care.agenda")
def agenda(world: World, role: Role) -> Targets:
    """One's own note, a colleague's, one of next door."""
    assert world.stranger is not None
    return some(
        own=noted(person(world, role), world.students["林子涵"]),
        school=noted(world.staff["周宁"], world.students["吴桐"]),
        other=noted(next_door(world), world.stranger),
    )


def noted(staff: Staff, student: Student) -> AgendaNote:
    """A student on somebody's list."""
    known = {"school": staff.school, "staff": staff, "student": student}
    return AgendaNote.objects.get_or_create(**known, defaults={"noted_on": TODAY})[0]


def person(world: World, role: Role) -> Staff:
    """The member of staff who plays a role; somebody else for students and families."""
    own = world.actor(CAST[role]).person_id
    return next((one for one in world.staff.values() if one.pk == own), world.staff["郑明"])


def next_door(world: World) -> Staff:
    """A teacher of the other school."""
    return Staff.objects.get_or_create(school=world.other, number="T9", defaults={"name": "邻校师"})[0]


def meeting(chair: Staff, room: SchoolClass) -> Conference:
    """A class conference with somebody in the chair."""
    return Conference.objects.create(
        school=chair.school, kind="class", school_class=room, held_on=TODAY, chair=chair, entered_at=clock.now()
    )


@targets("care.conference")
def conference(world: World, role: Role) -> Targets:
    """Own: one's own class, oneself in the chair; the others are somebody else's."""
    assert world.stranger is not None
    rooms, other = world.classes, world.staff["周宁"]
    return some(
        own=meeting(person(world, role), rooms["高一(1)班"]),
        class_=meeting(other, rooms["高一(1)班"]),
        grade=meeting(other, rooms["高一(2)班"]),
        school=meeting(other, rooms["高二(1)班"]),
        other=meeting(next_door(world), world.stranger.school_class),
    )


@targets("care.meeting")
def expected(world: World, role: Role) -> Targets:
    """One at which one is expected, one at which a colleague is, one of next door."""
    assert world.stranger is not None
    room = world.classes["高二(1)班"]
    return some(
        own=_attended(person(world, role), room),
        school=_attended(world.staff["周宁"], room),
        other=_attended(next_door(world), world.stranger.school_class),
    )


def _attended(staff: Staff, room: SchoolClass) -> Conference:
    made = meeting(staff, room)
    Attendance.objects.create(school=staff.school, conference=made, staff=staff)
    return made


@targets("care.action")
def action(world: World, role: Role) -> Targets:
    """One's own, a colleague's, one of next door."""
    assert world.stranger is not None
    room = world.classes["高二(1)班"]
    return some(
        own=_asked(person(world, role), room),
        school=_asked(world.staff["周宁"], room),
        other=_asked(next_door(world), world.stranger.school_class),
    )


def _asked(owner: Staff, room: SchoolClass) -> ConferenceAction:
    made = meeting(owner, room)
    return ConferenceAction.objects.create(
        school=owner.school, conference=made, text="一件事", owner=owner, due_on=TODAY
    )
