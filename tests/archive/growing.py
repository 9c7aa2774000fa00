"""Goals of the small school's students, for tests."""

import uuid
from typing import Any

from taoli.archive.models import Goal
from taoli.archive.services import PlanStep, set_goal
from tests.world import World

SEALED = f"1.{'A' * 22}==.{'B' * 16}.{'C' * 342}=="


def aim(world: World, text: str = "每天读半小时书", *steps: str, **said: Any) -> Goal:
    """Let 林子涵 set a goal."""
    student = world.students["林子涵"]
    plan = [PlanStep(step) for step in steps]
    return set_goal(by=world.actor("林子涵"), student_id=student.pk, text=text, steps=plan, **said)


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}


def goals_url(world: World, student: str = "林子涵") -> str:
    """The page of a student's goals."""
    return f"/archive/students/{world.students[student].pk}/goals/"
