"""The tick behind a next step."""

import uuid

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import GuidanceRecord, StepTick
from taoli.guidance.queries.records import get_own_record


def step_tick(*, by: Actor, pk: uuid.UUID, done: bool = True) -> int:
    """Say that the next step of an own record is done, or open again; the same for all students it was said of."""
    record = get_own_record(by, pk)
    with change(by=by, action="record.step", object_id=record.occasion, record=pk, done=done):
        rows = GuidanceRecord.objects.of(by.school_id).filter(
            occasion=record.occasion,
            by_id=by.person_id,
            state=record.state,
            next_step=record.next_step,
            next_on=record.next_on,
        )
        for row in rows:
            StepTick.objects.update_or_create(
                school_id=by.school_id, record=row, defaults={"done": done, "at": clock.now()}
            )
    return len(rows)


def carry_ticks(old: list[GuidanceRecord], fresh: list[GuidanceRecord]) -> None:
    """A corrected record whose next step stays the same keeps its tick; a part of the correction's transaction."""
    before = {row.pk: row for row in old}
    ticks = {tick.record_id: tick for tick in StepTick.objects.of(old[0].school_id).filter(record__in=old)}
    StepTick.objects.bulk_create(
        StepTick(school_id=row.school_id, record=row, done=ticks[row.replaces_id].done, at=ticks[row.replaces_id].at)
        for row in fresh
        if row.replaces_id in ticks and _same_step(row, before[row.replaces_id])
    )


def _same_step(one: GuidanceRecord, other: GuidanceRecord) -> bool:
    return (one.next_step, one.next_on) == (other.next_step, other.next_on)
