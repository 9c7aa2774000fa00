"""What a student's first page says of goals, papers and groups."""

import uuid
from dataclasses import dataclass

from taoli.archive.queries import open_goals
from taoli.common.policy import Actor, Role
from taoli.guidance.queries import Offer, answered_lately, groups_of, offers
from taoli.roster.models import Group, Student


@dataclass(frozen=True, slots=True)
class Growth:
    """The own goals on the way and suggested, the paper asked for now, whether the mentor has answered, the groups."""

    student_id: uuid.UUID
    goals: int
    suggested: int
    due: Offer | None
    answered: bool
    groups: list[Group]


def growth_of(actor: Actor) -> Growth | None:
    """Return it for a student of today; None for anybody else."""
    if not actor.holds(Role.STUDENT) or actor.person_id is None:
        return None
    student = Student.objects.of(actor.school_id).filter(pk=actor.person_id, left_on=None).first()
    if student is None:
        return None
    active, suggested = open_goals(actor.school_id, student.pk)
    return Growth(
        student_id=student.pk,
        goals=active,
        suggested=suggested,
        due=next((one for one in offers(actor.school_id, student) if one.due), None),
        answered=answered_lately(actor.school_id, student.pk),
        groups=groups_of(actor),
    )
