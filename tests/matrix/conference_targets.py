"""Rows of conferences and agendas, for the permission matrix."""

from taoli.common.policy import Role
from taoli.care.models import AgendaNote
from taoli.roster.models import Staff, Student
from tests.matrix.targets import Targets, some, targets
from tests.world import CAST, TODAY, World


@targets("care.agenda")
def agenda(world: World, role: Role) -> Targets:
    """One's own note, a colleague's, one of next door."""
    person = world.actor(CAST[role]).person_id
    staff = next((one for one in world.staff.values() if one.pk == person), world.staff["郑明"])
    assert world.stranger is not None
    next_door = Staff.objects.get_or_create(school=world.other, number="T9", defaults={"name": "邻校师"})[0]
    return some(
        own=noted(staff, world.students["林子涵"]),
        school=noted(world.staff["周宁"], world.students["吴桐"]),
        other=noted(next_door, world.stranger),
    )


def noted(staff: Staff, student: Student) -> AgendaNote:
    """A student on somebody's list."""
    known = {"school": staff.school, "staff": staff, "student": student}
    return AgendaNote.objects.get_or_create(**known, defaults={"noted_on": TODAY})[0]
