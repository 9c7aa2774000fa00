"""Rows of who has left, for the permission matrix."""

from taoli.common import clock
from taoli.common.policy import Role
from taoli.handover.models import Leaving
from taoli.roster.models import Student
from tests.matrix.targets import Targets, some, targets
from tests.world import TODAY, World


@targets("handover.leaving")
def leaving(world: World, role: Role) -> Targets:
    """Leavings of the roster's students; nobody leaves of the own."""
    people = world.students
    assert world.stranger is not None
    places = {
        "own": people["林子涵"],
        "class": people["孙浩然"],
        "grade": people["钱多多"],
        "school": people["吴桐"],
        "other": world.stranger,
    }
    return some(**{f"{place}_": _left(one) for place, one in places.items()})


def _left(one: Student) -> Leaving:
    made, _new = Leaving.objects.of(one.school_id).get_or_create(
        school_id=one.school_id,
        student=one,
        defaults={
            "school_class_id": one.school_class_id,
            "reason": Leaving.Reason.TRANSFERRED,
            "last": TODAY,
            "entered_at": clock.now(),
        },
    )
    return made
