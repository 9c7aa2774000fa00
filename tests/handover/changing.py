"""Plans of a change of year, for tests."""

import datetime as dt
import uuid
from typing import Any

from taoli.common import clock
from taoli.guidance.models import GuidanceRecord
from taoli.handover.models import YearChange, YearClass
from taoli.handover.queries.plans import ClassWay
from taoli.handover.services import years
from taoli.matching.models import Pairing
from taoli.roster.models import SchoolClass, Student
from tests.world import World


def drafted(world: World) -> YearChange:
    """The usual plan: 高二 graduates, both classes of 高一 go up."""
    return years.open_year(by=world.office)


def replan(world: World, row: YearChange, ways: dict[str, ClassWay] | None = None, **said: Any) -> YearChange:
    """Write the plan down with something else in it; `ways`: class name → what becomes of it."""
    facts = {name: said.get(name, getattr(row, name)) for name in years.YearFacts.__slots__}
    classes = list((ways or {}).values())
    return years.save_plan(by=world.office, pk=row.pk, edit=row.edit, facts=years.YearFacts(**facts), classes=classes)


def way(world: World, name: str, how: str, grade: str = "", target: str = "") -> ClassWay:
    """What becomes of a class, by its name."""
    return ClassWay(world.classes[name].pk, how, grade, target)


def checked(world: World, row: YearChange) -> YearChange:
    """The plan after its dry run."""
    years.check_year(by=world.office, pk=row.pk, edit=row.edit)
    row.refresh_from_db()
    return row


def applied(world: World, row: YearChange | None = None) -> YearChange:
    """The plan, checked and applied."""
    ready = checked(world, row or drafted(world))
    return years.apply_year(by=world.office, pk=ready.pk, edit=ready.edit)


def room_of(world: World, name: str) -> str:
    """The class in which a student is now."""
    return Student.objects.of(world.school).get(pk=world.students[name].pk).school_class.name


def pairing(world: World, name: str) -> Pairing:
    """The last pairing of a student."""
    found = Pairing.objects.of(world.school).filter(student=world.students[name]).order_by("starts", "id").last()
    assert found is not None
    return found


def ways_of(row: YearChange) -> dict[str, tuple[str, str]]:
    """Class name → way and new name."""
    rows = YearClass.objects.of(row.school_id).filter(change=row).select_related("school_class")
    return {one.school_class.name: (one.way, one.target) for one in rows}


def classes(world: World) -> dict[str, SchoolClass]:
    """The classes that are open now, by name."""
    return {one.name: one for one in SchoolClass.objects.of(world.school).filter(closed_on=None)}


def talked(world: World, mentor: str, student: str, day: dt.date, **said: Any) -> GuidanceRecord:
    """A talk that a mentor wrote down."""
    pupil = Student.objects.of(world.school).get(pk=world.students[student].pk)
    facts: dict[str, Any] = {"kind": "talk", "channel": "face_to_face", "entered_at": clock.now(), **said}
    return GuidanceRecord.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        student=pupil,
        by=world.staff[mentor],
        pairing=Pairing.objects.of(world.school).filter(student=pupil, ends=None).first(),
        school_class_id=pupil.school_class_id,
        held_on=day,
        **facts,
    )
