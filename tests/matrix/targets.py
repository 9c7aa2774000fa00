"""One row per noun and relation, for the permission matrix.

Relations, as seen by a principal of the cast (`tests.world.CAST`): `own` (the mentor's own mentee or record, the
student's self, the guardian's child), `class` (the homeroom teacher's class, not own), `grade` (another class of the
grade lead's grade), `school` (another grade), `other` (another school). Add a function for each noun with paths.
"""

from collections.abc import Callable
from typing import Any

from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from tests.world import World

Targets = dict[str, TenantModel]
TARGETS: dict[str, Callable[[World, Role], Targets]] = {}


def targets(noun: str) -> Callable[[Callable[[World, Role], Targets]], Callable[[World, Role], Targets]]:
    """Register the targets of a noun: a function (world, role) -> {relation: row}."""

    def register(make: Callable[[World, Role], Targets]) -> Callable[[World, Role], Targets]:
        TARGETS[noun] = make
        return make

    return register


def some(**rows: Any) -> Targets:
    """Drop the relations that a noun does not have."""
    return {relation.rstrip("_"): row for relation, row in rows.items() if row is not None}


@targets("roster.student")
def student(world: World, role: Role) -> Targets:
    """林子涵 is mentored by 王敏, is herself, and is 林母's child; to the others she is of the class."""
    people = world.students
    return some(
        own=people["林子涵"],
        class_=people["孙浩然"],
        grade=people["钱多多"],
        school=people["吴桐"],
        other=world.stranger,
    )


@targets("roster.school_class")
def school_class(world: World, role: Role) -> Targets:
    """Classes have no owner."""
    rooms = world.classes
    assert world.stranger is not None
    return some(
        class_=rooms["高一(1)班"],
        grade=rooms["高一(2)班"],
        school=rooms["高二(1)班"],
        other=world.stranger.school_class,
    )


@targets("roster.staff")
def staff(world: World, role: Role) -> Targets:
    """One's own person, and a colleague."""
    own = {Role.MENTOR: "王敏", Role.HOMEROOM_TEACHER: "李慧", Role.GRADE_LEAD: "赵国栋"}.get(role)
    return some(own=world.staff[own] if own else None, school=world.staff["周宁"])
