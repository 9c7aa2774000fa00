"""A school's own numbers for the load calculator: people, classes, groups, weeks, marked students, real pairings."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Q

from taoli.accounts.queries import role_counts
from taoli.common import clock
from taoli.common.policy import Role
from taoli.engine.calendar import periods
from taoli.engine.facts import ATTENTION
from taoli.engine.load import TERM_WEEKS, Deal, SchoolNumbers
from taoli.engine.load.numbers import CLASSES_TAUGHT
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, Unit
from taoli.roster.models import AttentionMark, SchoolClass, Student, StudentCategory
from taoli.roster.queries.calendar import calendar_facts, current_term, term_facts
from taoli.roster.queries.people import group_of, own_staff, teaches, units

GROUP_UNITS = {Unit.STUDY_GROUP, Unit.DORMITORY, Unit.INTEREST_GROUP}
HOLDERS = {
    Role.GRADE_LEAD: Actor.GRADE_LEAD,
    Role.MORAL_OFFICE: Actor.MORAL_OFFICE,
    Role.PRINCIPAL: Actor.PRINCIPAL,
    Role.ASSESSOR: Actor.ASSESSMENT_GROUP,
}
Row = tuple[uuid.UUID, uuid.UUID, uuid.UUID, uuid.UUID]


def school_numbers(school_id: int, scheme: Scheme) -> SchoolNumbers:
    """Return what the roster knows today; where it knows nothing the engine's assumptions stay."""
    today = clock.today()
    leads = _leads(school_id)
    dealt = _deals(school_id, scheme, today)
    apart = leads.keys() if Actor.LEAD_MENTOR in scheme.capacity else set()
    classes, grades = sum(leads.values()), _grades(school_id)
    held = {HOLDERS[role]: n for role, n in role_counts(school_id, today).items() if role in HOLDERS}
    students = Student.objects.of(school_id).filter(left_on=None).count()
    return SchoolNumbers(
        students=students,
        mentors=len(dealt) or own_staff(school_id).count(),
        homeroom_teachers=len([lead for lead in leads if lead]) or classes,
        classes=classes,
        grades=grades,
        groups=_groups(school_id, scheme, today),
        classes_taught=_taught(school_id, today),
        weeks=_weeks(school_id),
        holders={Actor.GRADE_LEAD: grades, **held},
        shares=_shares(school_id, students, today),
        deals=tuple(deal for mentor, deal in dealt.items() if mentor not in apart),
        lead_deals=tuple(deal for mentor, deal in dealt.items() if mentor in apart),
    )


def _leads(school_id: int) -> dict[uuid.UUID | None, int]:
    """Homeroom teacher → number of open classes (None: of nobody)."""
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None)
    return dict(rows.values_list("homeroom_teacher").annotate(n=Count("id")).order_by())


def _grades(school_id: int) -> int:
    return SchoolClass.objects.of(school_id).filter(closed_on=None).values("grade").distinct().count()


def _groups(school_id: int, scheme: Scheme, today: dt.date) -> int:
    return len(units(school_id, scheme.unit.value, today)) if scheme.unit in GROUP_UNITS else 0


def _taught(school_id: int, today: dt.date) -> float:
    found = teaches(school_id, today)
    return round(sum(len(rooms) for rooms in found.values()) / len(found), 1) if found else CLASSES_TAUGHT


def _weeks(school_id: int) -> int:
    term = current_term(school_id)
    weeks = periods(calendar_facts(school_id, term), term_facts(term), "week") if term else ()
    return len(weeks) or TERM_WEEKS


def _shares(school_id: int, students: int, today: dt.date) -> dict[str, float]:
    """Which part of the students bears each mark today, where any is known."""
    lasting = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today)) & Q(student__left_on=None)
    marked = AttentionMark.objects.of(school_id).filter(lasting).values("student").distinct().count()
    rows = StudentCategory.objects.of(school_id).filter(lasting).values_list("code")
    found = {ATTENTION: marked, **dict(rows.annotate(n=Count("student", distinct=True)).order_by())}
    return {code: count / students for code, count in found.items() if count and students}


def _deals(school_id: int, scheme: Scheme, today: dt.date) -> dict[uuid.UUID, Deal]:
    """Mentor → whom they have today, by staff number."""
    rows = Student.objects.of(school_id).filter(left_on=None).exclude(mentor=None).order_by("mentor__number", "id")
    columns = ("id", "mentor_id", "school_class_id", "school_class__grade_id")
    known: list[Row] = list(rows.values_list(*columns))
    kind = scheme.unit.value if scheme.unit in GROUP_UNITS else Unit.STUDY_GROUP.value
    groups = group_of(school_id, [row[0] for row in known], kind, today)
    of_mentor: dict[uuid.UUID, list[Row]] = defaultdict(list)
    for row in known:
        of_mentor[row[1]].append(row)
    return {mentor: _deal(mine, groups) for mentor, mine in of_mentor.items()}


def _deal(mine: Iterable[Row], groups: dict[uuid.UUID, uuid.UUID]) -> Deal:
    students, _mentors, rooms, grades = (set(column) for column in zip(*mine, strict=True))
    parts = {groups[one] for one in students if one in groups}
    return Deal(len(students), len(rooms), len(parts) or 1, len(grades))
