"""Who takes part in a conference: expected, there, excused."""

import uuid
from dataclasses import dataclass

from django.db.models import Q

from taoli.accounts.queries import people_with
from taoli.care.models import AbsentLine, Attendance, Conference
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import SchoolClass, Student, TeachingAssignment
from taoli.roster.queries.people import own_staff
from taoli.roster.queries.standing import on_leave

Kind = Conference.Kind
LEADERS = (Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody expected: `away` on leave that day; `lines` sent instead of coming."""

    staff_id: uuid.UUID
    name: str
    state: str
    words: str
    away: bool
    lines: int


def usual_members(conference: Conference) -> list[uuid.UUID]:
    """Return who usually takes part: a class's teachers and mentors, a grade's homeroom teachers, the leaders.

    Whom a restricted committee or an exchange consists of, people say by hand.
    """
    school = conference.school_id
    if conference.school_class_id:
        found = _of_class(school, conference.school_class_id)
    elif conference.grade_id:
        rooms = SchoolClass.objects.of(school).filter(grade_id=conference.grade_id, closed_on=None)
        found = {row.homeroom_teacher_id for row in rooms}
    elif conference.kind in {Kind.PRINCIPAL, Kind.MONTHLY}:
        found = {*people_with(school, LEADERS, conference.held_on)}
    else:
        found = set()
    return list(own_staff(school).filter(pk__in=[pk for pk in found if pk]).values_list("pk", flat=True))


def _of_class(school_id: int, class_id: uuid.UUID) -> set[uuid.UUID | None]:
    today = clock.today()
    taught = TeachingAssignment.objects.of(school_id).filter(
        Q(ends=None) | Q(ends__gte=today), school_class_id=class_id, starts__lte=today
    )
    mentors = Student.objects.of(school_id).filter(school_class_id=class_id, left_on=None)
    rooms = SchoolClass.objects.of(school_id).filter(pk=class_id)
    return (
        set(taught.values_list("staff_id", flat=True))
        | set(mentors.values_list("mentor_id", flat=True))
        | {row.homeroom_teacher_id for row in rooms}
    )


def member_ids(conference: Conference) -> list[uuid.UUID]:
    """Return who is expected, and who is in the chair."""
    rows = Attendance.objects.of(conference.school_id).filter(conference_id=conference.pk)
    chair = [conference.chair_id] if conference.chair_id else []
    return list(dict.fromkeys([*chair, *rows.values_list("staff_id", flat=True)]))


def members_of(conference: Conference) -> list[Member]:
    """Return who is expected, in order; three queries."""
    rows = Attendance.objects.of(conference.school_id).filter(conference_id=conference.pk)
    sent = AbsentLine.objects.of(conference.school_id).filter(conference_id=conference.pk)
    lines = list(sent.values_list("staff_id", flat=True))
    away = on_leave(conference.school_id, conference.held_on)
    return [
        Member(
            staff_id=row.staff_id,
            name=row.staff.name,
            state=row.state,
            words=row.get_state_display(),
            away=row.staff_id in away,
            lines=lines.count(row.staff_id),
        )
        for row in rows.select_related("staff").order_by("staff__sort_key", "staff__number", "id")
    ]


def owners(conference: Conference) -> list[tuple[str, str]]:
    """Return (id, name) of those who may own an action: the members first, then everybody else of the school."""
    here = set(member_ids(conference))
    rows = list(own_staff(conference.school_id).values_list("pk", "name"))
    return [(str(pk), name) for pk, name in sorted(rows, key=lambda row: row[0] not in here)]
