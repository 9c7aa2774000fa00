"""Turns on duty entered and withdrawn; the school's numbers."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import SchoolNumbers, Staff, WatchTurn
from taoli.roster.queries.people import own_staff
from taoli.roster.readers.watch import Turn, WatchReading


def resolve(school_id: int, reading: WatchReading) -> tuple[list[tuple[Turn, Staff]], list[tuple[int, str, str]]]:
    """Find each line's person by number or name; return the lines with their people, and all faults by line."""
    staff = list(own_staff(school_id))
    known: dict[str, list[Staff]] = {}
    for one in staff:
        known.setdefault(one.number, []).append(one)
        known.setdefault(one.name, []).append(one)
    found, faults = [], list(reading.faults)
    for turn in reading.turns:
        people = {one.pk: one for one in known.get(turn.who, [])}
        if len(people) == 1:
            found.append((turn, next(iter(people.values()))))
        else:
            faults.append((turn.line, "two" if people else "nobody", turn.who))
    return found, sorted(faults)


def add_turns(*, by: Actor, turns: Sequence[tuple[Turn, Staff]]) -> int:
    """Enter turns; one that stands already (person, post, times) is left as it is. Returns how many are new."""
    with change(by=by, action="watch.add") as note:
        known = set(
            WatchTurn.objects.of(by.school_id)
            .filter(withdrawn_at=None)
            .values_list("staff_id", "post", "starts", "ends")
        )
        rows = {
            (staff.pk, turn.post, starts, ends): WatchTurn(
                school_id=by.school_id, staff=staff, post=turn.post, starts=starts, ends=ends, place=turn.place
            )
            for turn, staff in turns
            for starts, ends in [_moments(turn)]
        }
        fresh = [row for key, row in rows.items() if key not in known]
        WatchTurn.objects.bulk_create(fresh)
        note.data["turns"] = len(fresh)
    return len(fresh)


def _moments(turn: Turn) -> tuple[dt.datetime, dt.datetime]:
    starts = timezone.make_aware(dt.datetime.combine(turn.day, turn.starts))
    return starts, timezone.make_aware(dt.datetime.combine(turn.last_day, turn.ends))


def withdraw_turn(*, by: Actor, pk: uuid.UUID) -> None:
    """Take a turn out of the plan; what was opened during it stays in the log."""
    with change(by=by, action="watch.withdraw", object_id=pk):
        rows = WatchTurn.objects.of(by.school_id).filter(pk=pk, withdrawn_at=None)
        rows.update(withdrawn_at=clock.now())


def set_numbers(*, by: Actor, values: Mapping[str, Any]) -> None:
    """Write the school's numbers; `counsellor` and `backup` are ids of its staff, or empty."""
    with change(by=by, action="numbers.set"):
        found: dict[str, Any] = {
            name: values.get(name, "") for name in ("duty_phone", "care_line", "hospital", "police", "bureau", "steps")
        }
        staff = own_staff(by.school_id)
        for name in ("counsellor", "backup"):
            found[name] = staff.filter(pk=values[name]).first() if values[name] else None
        if not SchoolNumbers.objects.of(by.school_id).update(**found):
            SchoolNumbers.objects.create(school_id=by.school_id, **found)
