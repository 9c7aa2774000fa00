"""A class that has graduated, for tests."""

from taoli.handover.models import YearChange
from taoli.handover.queries.graduation import GraduateClass, graduate_classes
from tests.handover.changing import applied
from tests.world import World


def graduated(world: World) -> tuple[YearChange, GraduateClass]:
    """高二(1)班 with 吴桐 has graduated."""
    row = applied(world)
    return row, graduate_classes(world.office)[0]


def address(one: GraduateClass, what: str) -> str:
    """A page of a class of graduates."""
    return f"/handover/graduation/{one.class_id}/{one.left_on}/{what}/"
