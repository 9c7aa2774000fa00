"""Who reaches cases; data levels. That there is a case is sensitive, why is sealed."""

import uuid

from django.db.models import Q

from taoli.care.models import CaseMeasure, CaseStep, Referral
from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import GroupMember, TeachingAssignment
from taoli.roster.permissions import met_on_duty, own_students

STAFF_OWN = {
    Role.MENTOR: Reach.OWN,
    Role.HOMEROOM_TEACHER: Reach.OWN,
    Role.GRADE_LEAD: Reach.OWN,
    Role.MORAL_OFFICE: Reach.OWN,
    Role.PRINCIPAL: Reach.OWN,
    Role.COUNSELLOR: Reach.OWN,
}


def worked_with(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the students somebody works with: one's own, those taught, those met in a turn on duty."""
    today = clock.today()
    lasting = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))
    held = TeachingAssignment.objects.of(school_id).filter(lasting, staff_id=staff_id)
    in_groups = GroupMember.objects.of(school_id).filter(lasting, group_id__in=held.values("group_id"))
    taught = Q(school_class_id__in=held.values("school_class_id")) | Q(pk__in=in_groups.values("student_id"))
    return own_students("mentor_id")(school_id, staff_id) | taught | met_on_duty(school_id, staff_id)


def _guided_or_led(school_id: int, staff_id: uuid.UUID) -> Q:
    mentored, led = own_students("student__mentor_id"), own_students("leader_id")
    return mentored(school_id, staff_id) | led(school_id, staff_id)


def raised(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the cases somebody has raised, first or with a further voice."""
    voices = CaseStep.objects.of(school_id).filter(by_id=staff_id, kind=CaseStep.Kind.VOICE)
    return Q(raised_by_id=staff_id) | Q(pk__in=voices.values("case_id"))


def helped(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the cases in whose plan somebody, or whom somebody stands in for, does something."""
    owned = own_students("owner_id")(school_id, staff_id)
    return Q(pk__in=CaseMeasure.objects.of(school_id).filter(owned, dropped_at=None).values("case_id"))


def _tied(school_id: int, staff_id: uuid.UUID) -> Q:
    return raised(school_id, staff_id) | helped(school_id, staff_id)


def entrusted(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the cases of the students whom a counsellor has in care through a referral now."""
    held = Referral.objects.of(school_id).filter(counsellor_id=staff_id, state=Referral.State.CARE)
    return Q(student_id__in=held.values("student_id"))


# Rows are students: about whom may I raise a worry. The counsellor meets students of every class.
RAISING = policy(
    "care.raising",
    paths={
        Reach.OWN: worked_with,
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
    },
    voice={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.COUNSELLOR: Reach.SCHOOL,
    },
)

# view: the whole case with everybody's words (a mentor: of one's own students, and what one leads). settle_<level>:
# decide, pass on, answer while the case stands at that level. Assessors and the administrator: nothing, no counts.
CASE = policy(
    "care.case",
    paths={
        Reach.OWN: _guided_or_led,
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    settle_class={Role.HOMEROOM_TEACHER: Reach.CLASS},
    settle_grade={Role.GRADE_LEAD: Reach.GRADE},
    settle_school={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)

# The same rows by the person: whoever leads a case works on it.
LED = policy("care.led", paths={Reach.OWN: own_students("leader_id")}, work=STAFF_OWN)

# Who raised a case sees where it stands and the own words; who has a measure sees that measure and the fact.
TIE = policy("care.tie", paths={Reach.OWN: _tied}, follow=STAFF_OWN)

# The counsellor of a referral in care knows that there is a case, how far it is and who leads it; nobody's words.
ENTRUSTED = policy("care.entrusted", paths={Reach.OWN: entrusted}, know={Role.COUNSELLOR: Reach.OWN})

MEASURE = policy("care.measure", paths={Reach.OWN: own_students("owner_id")}, settle=STAFF_OWN)

SETTLES = {level: f"settle_{level}" for level in ("class", "grade", "school")}

declare(
    "care.CareCase",
    L2="id school",
    L3="student raised_by raised_on entered_at seriousness state level leader decided_at review_on closed_at mark edit",
    L4="reason proposed outcome",
)
declare("care.CaseStep", L2="id school", L3="case kind at_level at by conference source", L4="text")
declare("care.CaseMeasure", L2="id school", L3="case text owner due_on done_on note dropped_at")
