"""Who reaches which people and places; data levels."""

import uuid
from collections.abc import Callable

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import Guardianship


def own_children(student: str) -> Callable[[int, uuid.UUID], Q]:
    """Return the path from a row, by its field `student`, to the guardian's children of today: a tie may have ended."""

    def rows(school_id: int, guardian_id: uuid.UUID) -> Q:
        live = Q(ends=None) | Q(ends__gte=clock.today())
        ties = Guardianship.objects.of(school_id).filter(live, guardian_id=guardian_id)
        return Q(**{f"{student}__in": ties.values("student_id")})

    return rows


STUDENT = policy(
    "roster.student",
    paths={
        Reach.OWN: "mentor_id",
        Reach.SELF: "pk",
        Reach.CHILD: own_children("pk"),
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
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
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

SCHOOL_CLASS = policy(
    "roster.school_class",
    paths={Reach.CLASS: "pk", Reach.GRADE: "grade_id"},
    view={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

STAFF = policy(
    "roster.staff",
    paths={Reach.OWN: "pk"},
    view={
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ADMIN: Reach.SCHOOL,
    },
    edit={Role.MENTOR: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL},
)

ROSTER_IMPORT = policy(
    "roster.import",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
    export={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# The calendar is for everybody who works by it.
TERM = policy(
    "roster.term",
    paths={},
    view={
        Role.MENTOR: Reach.SCHOOL,
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("roster.Campus", L2="id school name")
declare("roster.Grade", L2="id school name order")
declare("roster.SchoolClass", L2="id school grade campus name number homeroom_teacher closed_on")
declare("roster.Subject", L1="id school name")
declare("roster.TeachingAssignment", L2="id school staff school_class group subject starts ends")
declare(
    "roster.Staff",
    L1="name subject introduction",
    L2="id school number sort_key gender left_on",
    L3="phone",
)
declare(
    "roster.Student",
    L2="id school number name sort_key gender school_class seat boarding mentor left_on",
    L3="birthday layer address identity_number",
)
declare("roster.Guardian", L2="id school name", L3="phone")
declare("roster.Guardianship", L2="id school student guardian relation ends")
declare("roster.Group", L2="id school kind name school_class closed_on")
declare("roster.GroupMember", L2="id school group student starts ends")
declare("roster.ClassStay", L2="id school student school_class starts ends")
declare("roster.StudentCategory", L2="id school student starts ends", L3="code")
declare("roster.AttentionMark", L2="id school starts ends", L3="student")
declare("roster.StaffLeave", L2="id school staff substitute starts ends")
declare("roster.Term", L1="id school name starts ends")
declare("roster.SchoolDay", L1="id school term day kind source note follows")
declare("roster.RosterSettings", L2="id school keep_identity_numbers")
declare(
    "roster.RosterImport",
    L2="id school file_name file_hash state problems base_hash created_at applied_at",
    L3="staged plan before",
)
declare("roster.RosterUpload", L2="id school batch place file_name kept_at", L3="data")
declare("roster.HeadingMemory", L2="id school kind heading meaning")
declare("roster.ExchangeKey", L2="id school file sourced_id kind key")
declare("roster.ExchangeMark", L2="id school file sourced_id digest changed_at")
