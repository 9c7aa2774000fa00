"""What the tests of the year share."""

from taoli.matching.models import Pairing
from taoli.matching.queries.shifts import Shift
from tests.world import World


def live(world: World, name: str) -> Pairing:
    """The pairing of a student that has no end."""
    return Pairing.objects.of(world.school).get(student=world.students[name], ends=None)


def to(world: World, **mentors: str) -> list[Shift]:
    """Shifts of these students to mentors by name, with the pairing they have."""
    found = []
    for student, mentor in mentors.items():
        held = Pairing.objects.of(world.school).filter(student=world.students[student], ends=None).first()
        new = world.staff[mentor].pk if mentor else None
        found.append(Shift(world.students[student].pk, held.pk if held else None, new))
    return found
