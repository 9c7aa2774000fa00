"""Who plans the parents' school and who counts; data levels."""

import uuid

from django.db.models import Q

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.neighbourhood.models import LectureClass


def _own(school_id: int, person_id: uuid.UUID) -> Q:
    return Q(school_id=school_id) & (Q(mentor_id=person_id) | Q(made_by=person_id))


def _of_class(school_id: int, class_id: uuid.UUID) -> Q:
    rows = LectureClass.objects.of(school_id).filter(school_class_id=class_id)
    return Q(pk__in=rows.values("lecture_id"))


def _of_grade(school_id: int, grade_id: uuid.UUID) -> Q:
    rows = LectureClass.objects.of(school_id).filter(school_class__grade_id=grade_id)
    return Q(pk__in=rows.values("lecture_id"))


LECTURE = policy(
    "neighbourhood.lecture",
    paths={Reach.OWN: _own, Reach.CLASS: _of_class, Reach.GRADE: _of_grade},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    count={Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
    edit={Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "neighbourhood.ParentLecture",
    L2="id school kind theme held_on at place mentor speaker sheet door cancelled made_by edit",
)
declare("neighbourhood.LectureClass", L2="id school lecture school_class tapped typed sheets")
