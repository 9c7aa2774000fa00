"""A mentor's day: what comes next, the week so far, my students."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.duties.queries import DueCell, due_cells, ensure_cells
from taoli.duties.queries.settings import Setting
from taoli.engine.calendar import DAY, monday, slot_days
from taoli.engine.scheme import Duty
from taoli.engine.scheme.vocabulary import Subject
from taoli.guidance.phrases import way_for
from taoli.home.queries.next_actions import TALK_TOGETHER, Owed, Person, Plan, plan
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import BY_PLACE, holding
from taoli.roster.models import Term

# What one meeting, one call can hold; a group comes whole.
TOGETHER = {"talk": TALK_TOGETHER, "group_talk": TALK_TOGETHER}
OWN_STUDENTS = ("mentee", "family")


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


def get_today(actor: Actor, hidden: Collection[tuple[str, uuid.UUID]] = ()) -> Today:
    """Return a mentor's day; `hidden` are the (way, student) pairs put off."""
    day = clock.today()
    mentor = actor.person_id or uuid.UUID(int=0)
    setting = ensure_cells(actor.school_id, day, mentor)
    rows = _mentees(actor.school_id, mentor, day)
    last, done = _acts(actor.school_id, mentor, [row[0] for row in rows], day)
    people = {row[0]: Person(*row, last=last.get(row[0])) for row in rows}
    if setting is None:
        return Today(day, None, 0, Plan(), {}, list(people.values()), done, None, 0)
    cells = due_cells(actor.school_id, mentor, day, setting=setting)
    duties = {duty.key: duty for duty in setting.rules.duties}
    duties |= {_name(cell, setting): setting.duty(cell.duty, cell.scheme_id) for cell in cells}
    owed = [one for cell in cells if (one := _owed(cell, _name(cell, setting), duties, people, day))]
    settled = {key: _settled(duty, done, people) for key, duty in duties.items()}
    return Today(
        day=day,
        term=setting.term,
        week=(monday(day) - monday(setting.term.starts)).days // 7 + 1,
        plan=plan(owed, people, day, settled, hidden),
        duties=duties,
        people=list(people.values()),
        done=done,
        slot=_slot(setting, day),
        late=len({cell.subject_id for cell in cells if cell.due < day and cell.subject_id in people}),
    )


def _mentees(
    school_id: int, mentor: uuid.UUID, day: dt.date
) -> list[tuple[uuid.UUID, str, str, uuid.UUID | None, str]]:
    """Plain values, not models: this page is opened by everybody on Monday morning."""
    rows = Pairing.objects.of(school_id).filter(holding(day), mentor_id=mentor).order_by(*BY_PLACE)
    fields = ("student_id", "student__name", "school_class__name", "group_id", "group__name")
    return [(pk, name, room, group, words or "") for pk, name, room, group, words in rows.values_list(*fields)]


def _acts(
    school_id: int, mentor: uuid.UUID, students: list[uuid.UUID], day: dt.date
) -> tuple[dict[uuid.UUID, dt.date], dict[str, frozenset[uuid.UUID]]]:
    """When any adult last had contact with each student; with which of them I had this week, by kind."""
    mine = Q(mentor_id=mentor, held_on__gte=monday(day))
    rows = Act.objects.of(school_id).filter(student_id__in=students, made=True, held_on__lte=day)
    last: dict[uuid.UUID, dt.date] = {}
    done: dict[str, set[uuid.UUID]] = defaultdict(set)
    found = rows.values("student_id", "kind").annotate(latest=Max("held_on"), mine=Count("pk", filter=mine)).order_by()
    for student, kind, latest, count in found.values_list("student_id", "kind", "latest", "mine"):
        last[student] = max(latest, last.get(student, latest))
        if count:
            done[kind].add(student)
    return last, {kind: frozenset(met) for kind, met in done.items()}


def _name(cell: DueCell, setting: Setting) -> str:
    """What is asked by an earlier version is a requirement of its own: the same key may mean something else there."""
    return cell.duty if cell.scheme_id == setting.scheme_id else f"{cell.duty} {cell.scheme_id}"


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
