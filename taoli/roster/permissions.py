"""Who reaches which people and places; data levels."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.models import Group, GroupMember, Guardianship, StaffLeave, Student, WatchTurn

TELL = dt.timedelta(days=3)  # how long after a turn its students can still be found, to write down what was seen
MONTHS = dt.timedelta(days=200)  # no term is longer


def own_children(student: str) -> Callable[[int, uuid.UUID], Q]:
    """Return the path from a row, by its field `student`, to the guardian's children of today: a tie may have ended."""

    def rows(school_id: int, guardian_id: uuid.UUID) -> Q:
        live = Q(ends=None) | Q(ends__gte=clock.today())
        ties = Guardianship.objects.of(school_id).filter(live, guardian_id=guardian_id)
        return Q(**{f"{student}__in": ties.values("student_id")})

    return rows


def restricted() -> Q:
    """Return the condition of the ties to guardians who are restricted today."""
    today = clock.today()
    return Q(restricted_from__lte=today) & (Q(restricted_until=None) | Q(restricted_until__gte=today))


def visited_children(student: str) -> Callable[[int, uuid.UUID], Q]:
    """Return the path to the guardian's children of today whose appointments the guardian may see."""

    def rows(school_id: int, guardian_id: uuid.UUID) -> Q:
        live = Q(ends=None) | Q(ends__gte=clock.today())
        barred = restricted() & Q(restricted_visits=False)
        ties = Guardianship.objects.of(school_id).filter(live, guardian_id=guardian_id).exclude(barred)
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


def living(school_id: int) -> "QuerySet[GroupMember]":
    """Return who lives in which room of a dormitory today."""
    today = clock.today()
    live = Q(ends=None) | Q(ends__gte=today)
    found: QuerySet[GroupMember] = GroupMember.objects.of(school_id).filter(
        live, starts__lte=today, group__kind=Group.Kind.DORMITORY
    )
    return found


def in_turn(turn: WatchTurn) -> Q:
    """Return whom a turn on duty reaches: dormitory staff those who live in their house, or all boarders where no house
    is named; the others the whole school.
    """
    if turn.post != WatchTurn.Post.DORMITORY:
        return Q(school_id=turn.school_id)
    rooms = living(turn.school_id)
    if turn.place:
        return Q(pk__in=rooms.filter(group__name__contains=turn.place).values("student_id"))
    return Q(boarding=Student.Boarding.BOARDER) | Q(pk__in=rooms.values("student_id"))


def covers(turn: WatchTurn, day: dt.date) -> bool:
    """Say whether some of a turn lies in a day; midnight belongs to the day that ends."""
    return localdate(turn.starts) <= day <= localdate(turn.ends - dt.timedelta(seconds=1))


def turns_to_tell(school_id: int, staff_id: uuid.UUID, on: dt.date | None = None) -> list[WatchTurn]:
    """Return the turns of which somebody may still write down what was seen, the latest first: those that run or ended
    at most TELL ago; with `on`, those that cover the day.
    """
    now = clock.now()
    rows = WatchTurn.objects.of(school_id).filter(staff_id=staff_id, starts__lte=now, withdrawn_at=None)
    if on is None:
        return list(rows.filter(ends__gt=now - TELL).order_by("-ends", "id"))
    near = rows.filter(ends__gt=now - MONTHS).order_by("-ends", "id")
    return [one for one in near if covers(one, on)]


def met_on_duty(school_id: int, staff_id: uuid.UUID, on: dt.date | None = None) -> Q:
    """Return the students whom somebody meets in these turns; asks for the turns at once."""
    found = Q(pk__in=[])
    for turn in turns_to_tell(school_id, staff_id, on):
        found |= in_turn(turn)
    return found


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
    L1="name subject introduction reach_times",
    L2="id school number sort_key gender left_on kind until vetted_on",
    L3="phone",
)
declare(
    "roster.Student",
    L2="id school number name sort_key gender school_class seat boarding mentor left_on",
    L3="birthday layer address identity_number neighbourhood strengths two_adults",
)
declare("roster.Guardian", L2="id school name", L3="phone")
declare(
    "roster.Guardianship",
    L2="id school student guardian relation ends",
    L3="restricted_from restricted_until restricted_visits",
)
declare("roster.Group", L2="id school kind name school_class closed_on")
declare("roster.GroupMember", L2="id school group student starts ends")
declare("roster.ClassStay", L2="id school student school_class starts ends")
declare("roster.StudentKey", L2="id school student made_at", L4="wrapped")
declare(
    "roster.StudentCategory",
    L2="id school student starts ends review_on entered_by entered_at withdrawn_at",
    L3="code source degree",
    L4="reason",
)
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
declare("roster.BellTime", L1="id school number starts ends")
declare("roster.TimetableLesson", L2="id school term staff school_class weekday period subject")


WATCH = policy(
    "roster.watch",
    paths={},
    view={Role.GRADE_LEAD: Reach.SCHOOL, Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("roster.WatchTurn", L2="id school staff post starts ends place withdrawn_at")
declare("roster.SchoolNumbers", L2="id school duty_phone care_line hospital police counsellor backup steps")
