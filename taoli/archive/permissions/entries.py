"""Who opens a student's archive, who reads and writes its entries; data levels."""

import uuid

from django.db.models import Q

from taoli.archive.models import ArchiveSettings, GrowthEntry
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import Guardianship
from taoli.roster.permissions import own_children, own_students, restricted

Section = GrowthEntry.Section

# Rows are students. view: the page, of which each part is cut to the reader's own reach. add: entries. voice: a part of
# the term evaluation. perform: the sentence of the month. proof: whose evaluations are opened, read through, released.
# The administrator, assessors and the counsellor see nothing: what the counsellor needs comes with a referral.
STORY = policy(
    "archive.story",
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
    add={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    voice={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    perform={Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.CLASS},
    proof={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
    settle={Role.MORAL_OFFICE: Reach.SCHOOL},
)


def _childs_entries(school_id: int, guardian_id: uuid.UUID) -> Q:
    """Return what was written for the family, where the school lets families read; a restricted guardian reads nothing
    of the family's own side: neither its section nor what another guardian wrote.
    """
    closed = ArchiveSettings.objects.of(school_id).filter(family_reads=False)
    barred = Guardianship.objects.of(school_id).filter(restricted(), guardian_id=guardian_id)
    families = Q(section=Section.FAMILY) | Q(by_kind=GrowthEntry.By.GUARDIAN)
    kept = families & Q(student_id__in=barred.values("student_id"))
    return own_children("student_id")(school_id, guardian_id) & ~Q(school_id__in=closed.values("school_id")) & ~kept


# How far an entry is seen is decided by its writer (`seen_by`): each level has its action. Health is for those who need
# to know: neither grade lead nor principal.
ENTRY = policy(
    "archive.entry",
    paths={
        Reach.OWN: own_students("student__mentor_id"),
        Reach.SELF: "student_id",
        Reach.CHILD: _childs_entries,
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view_mentor={Role.MENTOR: Reach.OWN, Role.STUDENT: Reach.SELF},
    view_class={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
    },
    view_family={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    view_health={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
)


def _by_guardian(_school_id: int, guardian_id: uuid.UUID) -> Q:
    return Q(guardian_id=guardian_id)


def _by_student(_school_id: int, student_id: uuid.UUID) -> Q:
    return Q(by_kind=GrowthEntry.By.STUDENT, student_id=student_id)


# Only the writer corrects and withdraws what was written.
OWN_ENTRY = policy(
    "archive.own_entry",
    paths={Reach.OWN: "staff_id", Reach.SELF: _by_student, Reach.CHILD: _by_guardian},
    change={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
)

declare(
    "archive.GrowthEntry",
    L2="id school student occasion section happened_on entered_at entered_by by_kind staff guardian seen_by state "
    "version replaces",
    L3="text reason",
)
declare("archive.EntryFile", L2="id school occasion by_kind media_type size added_at", L3="name data")
declare("archive.ArchiveSettings", L2="id school sections family_reads family_writes edit")
declare("archive.MonthlyPerformance", L2="id school student month staff entered_at edit", L3="aspects sentence")
