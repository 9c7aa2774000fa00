"""Who reaches the facts about students (八类 and the school's own); data levels."""

import uuid

from django.db.models import Q

from taoli.care.models import CategoryKind
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_students

Seen = CategoryKind.SeenBy


def _but(school_id: int, *hidden: str) -> Q:
    kinds = CategoryKind.objects.of(school_id).filter(seen_by__in=hidden)
    return ~Q(code__in=kinds.values("code"))


def _mentors(school_id: int, staff_id: uuid.UUID) -> Q:
    told = CategoryKind.objects.of(school_id).filter(seen_by=Seen.MENTOR)
    return own_students("student__mentor_id")(school_id, staff_id) & Q(code__in=told.values("code"))


def _class(school_id: int, class_id: uuid.UUID) -> Q:
    return Q(student__school_class_id=class_id) & _but(school_id, Seen.OFFICE)


def _grade(school_id: int, grade_id: uuid.UUID) -> Q:
    return Q(student__school_class__grade_id=grade_id) & _but(school_id, Seen.OFFICE)


# Rows are facts: each kind says how far it is seen. The reason (L4) is for those who edit. Assessors, the
# administrator, students and families: nothing.
CATEGORY = policy(
    "care.category",
    paths={Reach.OWN: _mentors, Reach.CLASS: _class, Reach.GRADE: _grade},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Rows are students: whose page of facts may be opened, for whom a fact may be entered.
CHILD = policy(
    "care.category_child",
    paths={
        Reach.OWN: own_students("mentor_id"),
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
    },
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    enter={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

CATEGORY_KIND = policy("care.category_kind", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("care.CategoryKind", L2="id school code label seen_by on place")
