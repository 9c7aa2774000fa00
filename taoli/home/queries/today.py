"""A mentor's day: what comes next and can be done now, the week so far, my students and those I stand in for."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.duties.queries import DueCell, due_cells
from taoli.duties.queries.keeping import ensure
from taoli.duties.queries.prepared import Prepared
from taoli.duties.queries.settings import Setting, setting_now
from taoli.engine.calendar import DAY, monday, slot_days
from taoli.engine.scheme import Duty
from taoli.engine.scheme.vocabulary import Kind, Subject
from taoli.guidance.phrases import way_for
from taoli.home.queries.mentees import Standing, my_people, standing_in
from taoli.home.queries.moments import Now, moments
from taoli.home.queries.next_actions import TALK_TOGETHER, Owed, Person, Plan, plan
from taoli.home.queries.timetable import timetable_of
from taoli.roster.models import Term

# What one meeting, one call can hold; a group comes whole.
TOGETHER = {"talk": TALK_TOGETHER, "group_talk": TALK_TOGETHER}
OWN_STUDENTS = ("mentee", "family")
WITH_FAMILY = frozenset({"family_contact", "home_visit"})
FRIDAY = 5
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of this week: taught or not, the fixed slot, with how many of my students something is noted."""

    day: dt.date
    taught: bool
    slot: bool
    done: int


@dataclass(frozen=True)
class Today:
    """All that the page shows."""

    day: dt.date
    term: Term | None
    week: int
    plan: Plan
    duties: Mapping[str, Duty]
    people: list[Person]
    done: Mapping[str, frozenset[uuid.UUID]]
    slot: dt.date | None
    late: int
    next_due: Mapping[uuid.UUID, dt.date] = field(default_factory=dict)
    standing: Collection[Standing] = ()
    days: Collection[WeekDay] = ()
    declined: Mapping[uuid.UUID, dt.date] = field(default_factory=dict)


def get_today(actor: Actor, hidden: Collection[tuple[str, uuid.UUID]] = (), *, evenings: bool = False) -> Today:
    """Return a mentor's day; `hidden` are the (way, student) pairs put off, `evenings` whether they are open.

    Who stands in for somebody on leave sees that mentor's students and what is asked for them, too.
    """
    day = clock.today()
    mentor = actor.person_id or uuid.UUID(int=0)
    setting = setting_now(actor.school_id, day)
    away = standing_in(actor.school_id, mentor, day)
    mentors = [mentor, *(one.staff_id for one in away)]
    mine = my_people(actor.school_id, mentor, away, day)
    known = [pk for people in mine.values() for pk in people]
    last, done, by_day, refused = _acts(actor.school_id, mentor, known, day)
    by_mentor = {who: {pk: replace(one, last=last.get(pk)) for pk, one in mine.get(who, {}).items()} for who in mentors}
    people = {pk: one for some in by_mentor.values() for pk, one in some.items()}
    if setting is None:
        return Today(day, None, 0, Plan(), {}, list(people.values()), done, None, 0, standing=away)
    ensure(setting, set(mentors))
    cells = [cell for who in mentors for cell in due_cells(actor.school_id, who, day, setting=setting)]
    duties = {duty.key: duty for duty in setting.rules.duties}
    duties |= {_name(cell, setting): setting.duty(cell.duty, cell.scheme_id) for cell in cells}
    declined = {pk: on for pk, on in refused.items() if on >= setting.term.starts}
    asked = [cell for cell in cells if not _declined(cell, duties[_name(cell, setting)], declined)]
    owed = [one for cell in asked if (one := _owed(cell, _name(cell, setting), duties, by_mentor[cell.mentor_id], day))]
    settled = {key: _settled(duty, done, people) for key, duty in duties.items()}
    slot = _slot(setting, day)
    now = _now(actor, setting, day, slot, evenings=evenings)
    return Today(
        day=day,
        term=setting.term,
        week=(monday(day) - monday(setting.term.starts)).days // 7 + 1,
        plan=plan(owed, people, day, settled, hidden, left=lambda way, room: moments(way, room, now)),
        duties=duties,
        people=list(people.values()),
        done=done,
        slot=slot,
        late=len({cell.subject_id for cell in cells if cell.due < day and cell.subject_id in people}),
        next_due=_next_due(owed),
        standing=away,
        days=_week(setting, day, slot, by_day),
        declined=declined,
    )


def _now(actor: Actor, setting: Setting, day: dt.date, slot: dt.date | None, *, evenings: bool) -> Now:
    taught = setting.calendar.is_taught(day) and setting.term.starts <= day <= setting.term.ends
    return Now(
        at=timezone.localtime(clock.now()).time(),
        school_day=taught,
        slot=slot == day,
        evenings=evenings,
        timetable=timetable_of(actor.school_id, actor.person_id, setting.term.pk, day),
    )


def _next_due(owed: list[Owed]) -> dict[uuid.UUID, dt.date]:
    """Return student → the day until which the next thing is asked for."""
    found: dict[uuid.UUID, dt.date] = {}
    for one in owed:
        for student in one.students:
            found[student] = min(one.due, found.get(student, one.due))
    return found


def _acts(
    school_id: int, mentor: uuid.UUID, students: list[uuid.UUID], day: dt.date
) -> tuple[
    dict[uuid.UUID, dt.date],
    dict[str, frozenset[uuid.UUID]],
    dict[dt.date, frozenset[uuid.UUID]],
    dict[uuid.UUID, dt.date],
]:
    """When any adult last had contact with each student; with which of them I had this week, by kind and by day; which
    families have declined a visit and were not spoken to since, and when.
    """
    last: dict[uuid.UUID, dt.date] = {}
    done: dict[str, set[uuid.UUID]] = defaultdict(set)
    days: dict[dt.date, set[uuid.UUID]] = defaultdict(set)
    refused: dict[uuid.UUID, dt.date] = {}
    families: dict[uuid.UUID, dt.date] = {}
    rows = _contacts(school=school_id, mentor=mentor, students=students, since=monday(day), day=day)
    for student, kind, latest, when, declined in rows:
        if latest:
            last[student] = max(latest, last.get(student, latest))
        if latest and kind in WITH_FAMILY:
            families[student] = max(latest, families.get(student, latest))
        if declined:
            refused[student] = declined
        if when:
            done[kind].add(student)
            days[when].add(student)
    waiting = {pk: on for pk, on in refused.items() if families.get(pk, dt.date.min) < on}
    return last, _frozen(done), _frozen(days), waiting


@Prepared
def _contacts(*, school: Any, mentor: Any, students: Any, since: Any, day: Any) -> "QuerySet[Any, Any]":
    made, refused = Q(made=True), ~Q(refused="")
    rows = Act.objects.of(school).filter(made | refused, student_id__in=students, held_on__lte=day)
    found = rows.values("student_id", "kind").annotate(
        latest=Max("held_on", filter=made),
        own=Max("held_on", filter=made & Q(mentor_id=mentor, held_on__gte=since)),
        no=Max("held_on", filter=refused),
    )
    return found.order_by().values_list("student_id", "kind", "latest", "own", "no")


def _frozen(found: Mapping[Key, set[uuid.UUID]]) -> dict[Key, frozenset[uuid.UUID]]:
    return {key: frozenset(met) for key, met in found.items()}


def _name(cell: DueCell, setting: Setting) -> str:
    """What is asked by an earlier version is a requirement of its own: the same key may mean something else there."""
    return cell.duty if cell.scheme_id == setting.scheme_id else f"{cell.duty} {cell.scheme_id}"


def _declined(cell: DueCell, duty: Duty, declined: Mapping[uuid.UUID, dt.date]) -> bool:
    """Say whether the family has declined what a cell asks for, in its period: a later one may ask anew."""
    return set(duty.kinds) == {Kind.HOME_VISIT} and cell.starts <= declined.get(cell.subject_id, dt.date.min)


def _owed(
    cell: DueCell, name: str, duties: Mapping[str, Duty], people: Mapping[uuid.UUID, Person], day: dt.date
) -> Owed | None:
    """What a cell asks of me now; None when it is past or no record page settles it."""
    duty = duties[name]
    way = way_for([kind.value for kind in duty.kinds], [channel.value for channel in duty.channels])
    if not way or cell.due < day:
        return None
    if cell.subject_kind in OWN_STUDENTS:
        students = tuple(pk for pk in [cell.subject_id] if pk in people)
    else:
        students = tuple(pk for pk, one in people.items() if (one.group_id or cell.mentor_id) == cell.subject_id)
    together = 1 if duty.one_to_one else TOGETHER.get(way, 1)
    missing = cell.needed - cell.done
    return Owed(name, way, together, cell.subject_id, students, cell.due, missing) if students else None


def _settled(duty: Duty, done: Mapping[str, frozenset[uuid.UUID]], people: Mapping[uuid.UUID, Person]) -> int:
    """How many of a duty's cells this week's records have met: students, or groups where groups owe it."""
    met = {student for kind in duty.kinds for student in done.get(kind.value, ())}
    return len({people[student].group_id for student in met} if duty.subject == Subject.GROUP else met)


def _slot(setting: Setting, day: dt.date) -> dt.date | None:
    """The protected slot of the scheme, when it lies in this week."""
    days = slot_days(setting.calendar, setting.facts, setting.rules.cycle) if setting.rules.cycle else ()
    return next((one for one in days if monday(day) <= one <= monday(day) + 6 * DAY), None)


def _week(
    setting: Setting, day: dt.date, slot: dt.date | None, done: Mapping[dt.date, Collection[uuid.UUID]]
) -> list[WeekDay]:
    """Monday to Friday, and a weekend day that is taught or on which something was noted."""
    days = [monday(day) + place * DAY for place in range(7)]
    rows = [WeekDay(one, setting.calendar.is_taught(one), one == slot, len(done.get(one, ()))) for one in days]
    return [one for one in rows if one.day.isoweekday() <= FRIDAY or one.taught or one.done]
