"""Who reaches exams and marks; data levels."""

import uuid

from django.db.models import Q

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import SchoolClass, Student
from taoli.roster.permissions import own_children, own_students


def _exams_of_mentor(school_id: int, staff_id: uuid.UUID) -> Q:
    """The exams that one's own students write: those of their grades, and those of their classes."""
    mine = Student.objects.of(school_id).filter(own_students("mentor_id")(school_id, staff_id), left_on=None)
    whole = Q(school_class=None) & Q(grade__in=mine.values("school_class__grade_id"))
    return whole | Q(school_class__in=mine.values("school_class_id"))


def _exams_of_class(school_id: int, class_id: uuid.UUID) -> Q:
    grades = SchoolClass.objects.of(school_id).filter(pk=class_id).values("grade_id")
    return Q(school_class_id=class_id) | Q(school_class=None, grade__in=grades)


EXAM = policy(
    "archive.exam",
    paths={Reach.OWN: _exams_of_mentor, Reach.CLASS: _exams_of_class, Reach.GRADE: "grade_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Rows are students. Students and families see released exams only, and only the own marks (queries.exams).
SCORES = policy(
    "archive.scores",
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
    mark={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
    },
)

declare(
    "archive.Exam",
    L2="id school name kind held_on term grade school_class state released entered_at entered_by edit",
)
declare("archive.ExamSubject", L2="id school exam place name full_mark dropped_at", L3="marks mean spread")
declare(
    "archive.ExamImport",
    L2="id school exam file_name file_hash state counts exam_edit created_at created_by applied_at",
    L3="staged",
)
declare(
    "archive.Score",
    L2="id school student subject batch replaces entered_at entered_by dropped_at",
    L3="state mark level",
)
