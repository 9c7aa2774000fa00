"""Papers of the small school's students, under a scheme that asks for a report every two weeks."""

import functools
import uuid
from typing import Any

from taoli.engine.scheme import Scheme, load_preset
from taoli.guidance.models import StudentPaper
from taoli.guidance.services import PaperFacts, hand_in_paper
from tests.duties.school import pair, put_in_force
from tests.world import World


@functools.cache
def shandong() -> Scheme:
    """The preset whose students report every two weeks."""
    from django.conf import settings

    return load_preset(settings.BASE / "presets" / "shandong-experimental")


def settle_reports(world: World) -> World:
    """Put it in force and pair each student with the mentor the roster names."""
    put_in_force(world, shandong())
    for name, student in world.students.items():
        assert student.mentor is not None
        pair(world, name, student.mentor.name)
    return world


def hand_in(world: World, *answers: str, kind: str = "reflection", **said: Any) -> StudentPaper:
    """Let 林子涵 hand in a paper."""
    student = world.students["林子涵"]
    facts = PaperFacts(kind=kind, answers=answers or ("谈了月考", "每天整理错题"), **said)
    return hand_in_paper(by=world.actor("林子涵"), student_id=student.pk, facts=facts)


def change_mentor(world: World, student: str, mentor: str) -> None:
    """Give a student another mentor, as matching would."""
    row = world.students[student]
    row.mentor = world.staff[mentor]
    row.save(update_fields=["mentor"])


def sent(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}
