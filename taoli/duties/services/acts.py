"""Acts written together with the cells and sums they touch, in the transaction of whoever did them."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.duties.queries.facts import Reach, pairings_near
from taoli.duties.queries.keeping import keep_touched, lock
from taoli.duties.queries.prepared import identity
from taoli.duties.queries.reckoning import Touched
from taoli.duties.queries.rollups import set_weeks
from taoli.duties.queries.settings import Setting, settings_between
from taoli.duties.queries.upserts import Inserted
from taoli.engine.facts import Pairing

INSERT, FEW = Inserted(Act), 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """Something done, for one student (or none): see `duties.models.Act`; `size` None counts the rows given."""

    occasion: uuid.UUID
    source: str
    source_id: uuid.UUID
    kind: str
    channel: str
    mentor_id: uuid.UUID
    student_id: uuid.UUID | None
    held_on: dt.date
    entered_on: dt.date
    made: bool = True
    group_id: uuid.UUID | None = None
    minutes: int | None = None
    theme: bool = False
    planned: bool = False
    refused: str = ""
    size: int | None = None


def add_acts(*, by: Actor, acts: Sequence[NewAct]) -> list[Act]:
    """Write acts, and in the same transaction the cells and sums they touch; return the rows."""
    with transaction.atomic():
        rows = _create(by.school_id, acts)
        _touch(by.school_id, rows)
    return rows


def replace_acts(*, by: Actor, occasion: uuid.UUID, acts: Sequence[NewAct] = ()) -> list[Act]:
    """Put these acts in the place of an occasion's (none: it was withdrawn), cells and sums included.

    `acts` may name another occasion: what was held on another day is another occasion.
    """
    with transaction.atomic():
        before = Act.objects.of(by.school_id).filter(occasion=occasion)
        old = list(before)
        before.delete()
        rows = _create(by.school_id, acts)
        _touch(by.school_id, [*old, *rows])
    return rows


def _create(school_id: int, acts: Sequence[NewAct]) -> list[Act]:
    together: dict[uuid.UUID, int] = {}
    for act in acts:
        together[act.occasion] = together.get(act.occasion, 0) + 1
    rows = [_row(school_id, act, together[act.occasion]) for act in acts]
    if len(rows) > FEW:
        return Act.objects.bulk_create(rows)
    INSERT(rows)
    return rows


def _row(school_id: int, act: NewAct, together: int) -> Act:
    return Act(
        school_id=school_id,
        occasion=act.occasion,
        source=act.source,
        source_id=act.source_id,
        kind=act.kind,
        channel=act.channel,
        made=act.made,
        mentor_id=act.mentor_id,
        student_id=act.student_id,
        group_id=act.group_id,
        held_on=act.held_on,
        entered_on=act.entered_on,
        minutes=act.minutes,
        theme=act.theme,
        planned=act.planned,
        refused=act.refused,
        size=together if act.size is None else act.size,
    )


def _touch(school_id: int, rows: Collection[Act]) -> None:
    if not rows:
        return
    days = [row.held_on for row in rows]
    plans = [_plan(setting, rows) for setting in settings_between(school_id, min(days), max(days))]
    lock(school_id, {row.mentor_id for row in rows}.union(*[plan.mentors for plan in plans]))
    for plan in plans:
        if plan.mentors:
            keep_touched(plan.setting, plan.mentors, plan.pairings, plan.touched)
    set_weeks(school_id, {(row.mentor_id, row.held_on) for row in rows})


@dataclass(frozen=True, slots=True)
class _Plan:
    setting: Setting
    pairings: tuple[Pairing, ...]
    mentors: set[uuid.UUID]
    touched: Touched


def _plan(setting: Setting, rows: Collection[Act]) -> _Plan:
    near = [row for row in rows if setting.since <= row.held_on <= setting.until]
    students = frozenset(row.student_id for row in near if row.student_id)
    doers, units = {row.mentor_id for row in near}, {row.group_id for row in near if row.group_id}
    pairings = pairings_near(setting, Reach(students, frozenset(doers), frozenset(units)))
    touched = Touched(
        students=students,
        kinds=frozenset(row.kind for row in near),
        days=frozenset(row.held_on for row in near),
    )
    return _Plan(setting, pairings, {identity(one.mentor_id) for one in pairings}, touched)
