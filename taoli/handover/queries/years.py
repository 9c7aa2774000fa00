"""Changes of year as the office sees them."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.scheme.vocabulary import ContinuityKind
from taoli.handover.models import YearChange, YearClass, YearException
from taoli.handover.permissions.year_change import YEAR_CHANGE
from taoli.handover.queries.facts import Facts, facts_of
from taoli.handover.queries.plans import ClassWay, OtherWay, Planned, Wanted, plan_year
from taoli.handover.queries.released import open_appointments, open_cases
from taoli.roster.models import Staff
from taoli.schemes.queries import published, rules

State, Way = YearChange.State, YearClass.Way
OPEN = (State.DRAFT, State.CHECKED)


def year_changes(actor: Actor) -> list[YearChange]:
    """Return the changes of year, the newest first."""
    rows = YEAR_CHANGE.within(YearChange.objects.exclude(state=State.DROPPED), actor, "view")
    return list(rows.defer("before").order_by("-made_at", "-id"))


def get_year_change(actor: Actor, pk: uuid.UUID, action: str = "view") -> YearChange:
    """Return a change of year; 404 for another school's."""
    found: YearChange | None = YEAR_CHANGE.within(YearChange.objects.filter(pk=pk), actor, action).first()
    if found is None:
        raise Http404
    return found


def open_change(school_id: int) -> YearChange | None:
    """Return the plan that is not applied yet; there is one at most."""
    return YearChange.objects.of(school_id).filter(state__in=OPEN).first()


def class_ways(row: YearChange) -> list[YearClass]:
    """Return what becomes of each class, by grade and number."""
    rows = (
        YearClass.objects.of(row.school_id)
        .filter(change=row)
        .select_related("school_class__grade", "school_class__homeroom_teacher")
    )
    return list(rows.order_by("-school_class__grade__order", "school_class__number", "school_class__name", "id"))


def exceptions(row: YearChange) -> list[YearException]:
    """Return the students who go another way."""
    rows = YearException.objects.of(row.school_id).filter(change=row).select_related("student__school_class")
    return list(rows.order_by("student__sort_key", "id"))


def wanted_of(row: YearChange) -> Wanted:
    """Return a plan as plain values."""
    return Wanted(
        on=row.on,
        term=row.term_name,
        starts=row.starts,
        ends=row.ends,
        pairings=row.pairings,
        teaching=row.teaching,
        leads=row.leads,
        classes=tuple(ClassWay(one.school_class_id, one.way, one.grade_name, one.target) for one in class_ways(row)),
        others=tuple(
            OtherWay(one.student_id, one.student.name, one.way, one.target, one.reason) for one in exceptions(row)
        ),
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A dry run: what was read, what would be written, what is open of those who go."""

    facts: Facts
    planned: Planned
    cases_end: int
    cases_go_on: int
    appointments: int
    teachers: tuple[str, ...]


def check(row: YearChange) -> Checked:
    """Read the school and plan the change; nothing is written."""
    facts = facts_of(row.school_id)
    wanted = wanted_of(row)
    planned = plan_year(facts, wanted)
    left = set(planned.released)
    stay = set(facts.pupils) - left
    ending = {one.room_id for one in wanted.classes if one.way == Way.GRADUATES}
    teachers = [pk for pk in (facts.rooms[room].teacher_id for room in ending) if pk is not None]
    names = Staff.objects.of(row.school_id).filter(pk__in=teachers).order_by("sort_key")
    return Checked(
        facts=facts,
        planned=planned,
        cases_end=open_cases(row.school_id, left),
        cases_go_on=open_cases(row.school_id, stay),
        appointments=len(open_appointments(row.school_id, left)),
        teachers=tuple(names.values_list("name", flat=True)),
    )


def proposal(facts: Facts) -> list[ClassWay]:
    """Return the usual way of each open class: up by one grade, the highest graduates; names by cohort stay."""
    order = [name for _pk, name, _order in facts.grades]
    grade_of = {pk: name for pk, name, _order in facts.grades}
    return [_usual(facts, order, grade_of, pk) for pk, room in facts.rooms.items() if room.closed_on is None]


def _usual(facts: Facts, order: list[str], grade_of: dict[uuid.UUID, str], pk: uuid.UUID) -> ClassWay:
    room = facts.rooms[pk]
    grade = grade_of[room.grade_id]
    here = order.index(grade)
    if here + 1 == len(order):
        return ClassWay(pk, Way.GRADUATES)
    if not room.name.startswith(grade) or grade[:1].isdigit():
        return ClassWay(pk, Way.STAYS)
    return ClassWay(pk, Way.UP, order[here + 1], order[here + 1] + room.name.removeprefix(grade))


def usual_pairings(school_id: int) -> str:
    """Return what the scheme says of pairings at the end of a year: they go on, unless it pairs anew every year."""
    version = published(school_id)
    law = rules(version) if version else None
    yearly = law is not None and law.continuity is not None and law.continuity.kind == ContinuityKind.YEARLY
    return YearChange.Pairings.END if yearly else YearChange.Pairings.KEEP


def usual_term(facts: Facts, today: dt.date) -> tuple[str, dt.date, dt.date]:
    """Return name and days of the first term of the coming school year: the September after the latest term."""
    latest = max((ends for _pk, _name, _starts, ends in facts.terms), default=today)
    year = latest.year if latest < dt.date(latest.year, 9, 1) else latest.year + 1
    return f"{year}-{year + 1}学年第一学期", dt.date(year, 9, 1), dt.date(year + 1, 1, 25)


def is_open(row: YearChange) -> bool:
    """Say whether the plan may still be changed."""
    return row.state in OPEN


def is_applied(row: YearChange) -> bool:
    """Say whether the plan is the school's present year."""
    return row.state == State.APPLIED
