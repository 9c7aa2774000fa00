"""Who reads, writes, proofreads and releases the evaluation of a term; data levels."""

import uuid

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import TeachingAssignment
from taoli.roster.permissions import own_children, own_students


def _taught(school_id: int, staff_id: uuid.UUID) -> Q:
    today = clock.today()
    live = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))
    rooms = TeachingAssignment.objects.of(school_id).filter(live, staff_id=staff_id, school_class__isnull=False)
    return Q(school_class_id__in=rooms.values("school_class_id"))


# Rows are students: of whom a subject teacher may say something, though neither mentor nor homeroom teacher.
TAUGHT = policy(
    "archive.taught",
    paths={Reach.OWN: _taught},
    voice={Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.OWN},
)

# view: once it is released (before that everybody sees the own voice). proof: all voices at any time; read through,
# give to the family, take back within an hour.
EVALUATION = policy(
    "archive.evaluation",
    paths={
        Reach.OWN: own_students("student__mentor_id"),
        Reach.SELF: "student_id",
        Reach.CHILD: own_children("student_id"),
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    proof={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "archive.TermEvaluation",
    L2="id school student school_class term state version replaces opened_at proofed_by proofed_at released_at "
    "released_by edit",
    L3="reason",
)
declare(
    "archive.EvaluationVoice",
    L2="id school evaluation kind author subject staff guardian written_at entered_by edit",
    L3="text facts",
)
