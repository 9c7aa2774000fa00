"""Who drafts, judges, publishes and sees an appraisal; data levels."""

import uuid

from django.db.models import OuterRef, Q

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.models import AppraisalRun
from taoli.matching.models import Pairing

APPRAISAL = policy(
    "evaluation.appraisal",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)


def own_shown(_school_id: int, person: uuid.UUID) -> Q:
    """Return the condition of a mentor's own sheet, once the office has shown it."""
    return Q(mentor_id=person, run__state__in=(AppraisalRun.State.SHOWN, AppraisalRun.State.PUBLISHED))


def of_class(school_id: int, room: uuid.UUID) -> Q:
    """Return the condition of sheets of mentors who had a student of the class in the term."""
    held = Q(ends=None) | Q(ends__gte=OuterRef("run__term__starts"))
    begun = Pairing.objects.of(school_id).filter(held, school_class_id=room, starts__lte=OuterRef("run__term__ends"))
    return Q(mentor_id__in=begun.values("mentor_id"))


SHEET = policy(
    "evaluation.sheet",
    paths={Reach.OWN: own_shown, Reach.CLASS: of_class},
    view={
        Role.MENTOR: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    own={Role.MENTOR: Reach.OWN},
    # Points on the items that wait for the own role; the rest of the sheet is not seen by it.
    judge={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
)

declare(
    "evaluation.AppraisalRun",
    L2="id school term scheme state created_at drafted_at shown_at objects_from objects_until published_at checksum "
    "edit",
)
declare("evaluation.AppraisalSheet", L2="id school run mentor mentees classes units", L3="items total full rescaled")
declare("evaluation.AssessorTick", L2="id school run mentor item by at", L3="good points")
