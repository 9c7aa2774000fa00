"""Who plans, runs and reads conferences; data levels."""

import uuid

from django.db.models import Q

from taoli.care.models import Attendance, Conference
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

SECRET = Q(kind=Conference.Kind.BULLYING)  # chair, office, principal, named members only


def _of_class(_school_id: int, class_id: uuid.UUID) -> Q:
    return Q(school_class_id=class_id) & ~SECRET


def _of_grade(_school_id: int, grade_id: uuid.UUID) -> Q:
    return (Q(grade_id=grade_id) | Q(school_class__grade_id=grade_id)) & ~SECRET


def _expected(school_id: int, staff_id: uuid.UUID) -> Q:
    return Q(pk__in=Attendance.objects.of(school_id).filter(staff_id=staff_id).values("conference_id"))


# manage: prepare, run, type, print; the whole agenda and the minutes. Own: who is in the chair.
CONFERENCE = policy(
    "care.conference",
    paths={Reach.OWN: "chair_id", Reach.CLASS: _of_class, Reach.GRADE: _of_grade},
    plan={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    manage={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.COUNSELLOR: Reach.OWN,
    },
)

# The same rows seen by who is expected there: the lines about students within the own reach.
MEETING = policy(
    "care.meeting",
    paths={Reach.OWN: _expected},
    attend={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
)

# Whoever owns an action says how it went.
ACTION = policy(
    "care.action",
    paths={Reach.OWN: "owner_id"},
    settle={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
)

declare(
    "care.Conference",
    L2="id school kind state school_class grade title held_on place chair on_paper entered_at entered_by begun_at "
    "closed_at written_by edit cancelled_because",
    L3="student summary",
)
declare(
    "care.ConferenceAction", L2="id school conference owner due_on done_on dropped_at", L3="student case text outcome"
)
declare(
    "care.ConferenceItem",
    L2="id school conference position source discussed written_by edit",
    L3="student case text guarded decision",
)
declare("care.Attendance", L2="id school conference staff state")
declare("care.AbsentLine", L2="id school conference staff sent_at", L3="student text")
