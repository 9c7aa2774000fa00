"""Who reaches which people and places; data levels."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import Guardianship, StaffLeave


def own_children(student: str) -> Callable[[int, uuid.UUID], Q]:
    """Return the path from a row, by its field `student`, to the guardian's children of today: a tie may have ended."""

    def rows(school_id: int, guardian_id: uuid.UUID) -> Q:
        live = Q(ends=None) | Q(ends__gte=clock.today())
        ties = Guardianship.objects.of(school_id).filter(live, guardian_id=guardian_id)
        return Q(**{f"{student}__in": ties.values("student_id")})

    return rows


def own_students(mentor: str) -> Callable[[int, uuid.UUID], Q]:
    """Return the path from a row, by its field `mentor`, to a mentor's students: one's own, and those of a mentor who
    is away today and for whom one stands in (代管).
    """

    def rows(school_id: int, staff_id: uuid.UUID) -> Q:
        return Q(**{mentor: staff_id}) | Q(**{f"{mentor}__in": stood_in_for(school_id, staff_id)})

    return rows


def stood_in_for(school_id: int, staff_id: uuid.UUID | None) -> "QuerySet[StaffLeave, Any]":
    """Return the ids of those who are away today and for whom somebody stands in."""
    today = clock.today()
    away = StaffLeave.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    return away.filter(substitute_id=staff_id).values("staff_id")


STUDENT = policy(
    "roster.student",
    paths={
        Reach.OWN: own_students("mentor_id"),
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
    L2="id school number sort_key gender left_on kind until vetted_on",
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
declare("roster.ClassCharge", L2="id school school_class staff acting starts ends taken withdrawn_at")
declare("roster.Term", L1="id school name starts ends")
declare("roster.SchoolDay", L1="id school term day kind source note follows")
declare("roster.RosterSettings", L2="id school keep_identity_numbers phone")
declare(
    "roster.RosterImport",
    L2="id school file_name file_hash state problems base_hash created_at applied_at",
    L3="staged plan before",
)
declare("roster.RosterUpload", L2="id school batch place file_name kept_at", L3="data")
declare("roster.HeadingMemory", L2="id school kind heading meaning")
declare("roster.ExchangeKey", L2="id school file sourced_id kind key")
declare("roster.ExchangeMark", L2="id school file sourced_id digest changed_at")
