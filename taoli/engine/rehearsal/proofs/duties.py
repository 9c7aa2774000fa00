"""What the run shows of a duty: its cells met and not met, and each condition by a record that must not count."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from taoli.engine.calendar import DAY, week_ends
from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell
from taoli.engine.rehearsal.values import Proof, Stage, Values, amended
from taoli.engine.scheme import Duty
from taoli.engine.scheme.vocabulary import Actor, Channel, FulfilledBy, Kind, VacationCounts

STRANGER = "somebody-else"
SHORT_BREAK = 3  # days after the term, or before it
TRIED = 12  # cells looked through for one that shows a condition


def duty_proof(stage: Stage, names: list[str]) -> Proof:
    """The proof of a whole duty, or of one named condition of it."""
    duty = stage.scheme.duty(names[0])
    if not duty.recorded:
        return _not_logged(stage, duty)
    mine = [cell for cell in stage.cells if cell.duty_key == duty.key]
    owed = [cell for cell in mine if cell.state != "exempt"]
    if not owed:
        return Proof(
            "not_applicable" if mine else "not_yet", "nobody_owes_it", {"duty": duty.label, "cells": len(mine)}
        )
    if len(names) > 1 and names[1] in PIECES:
        return PIECES[names[1]](stage, duty, owed)
    return _whole(stage, duty, owed)


def _whole(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    met, late = (sum(cell.state == state for cell in owed) for state in ("met", "overdue"))
    unmet = late or len(owed) - met  # what is owed for the year is not late at the end of one term
    params: Values = {"duty": duty.label, "met": met, "unmet": unmet}
    if not met or not unmet:
        return Proof("not_yet", "never_met" if not met else "never_missed", params)
    asked = [name for name in PIECES if name in CONDITIONS and (name == "attempts" or _has(duty, name))]
    shown = [(name, PIECES[name](stage, duty, owed)) for name in asked]
    weak = next(((name, proof) for name, proof in shown if proof.outcome in {"failed", "not_yet"}), None)
    if weak is not None:
        return replace(weak[1], params={**weak[1].params, "condition": weak[0]})
    return Proof("held", "met_and_missed", {**params, "conditions": len(asked)})


def _not_logged(stage: Stage, duty: Duty) -> Proof:
    """Expected but never logged: no cell may come of it."""
    count = sum(cell.duty_key == duty.key for cell in stage.cells)
    return Proof("failed" if count else "held", "never_logged", {"duty": duty.label, "cells": count})


def _has(duty: Duty, name: str) -> bool:
    return bool(getattr(duty, name)) and getattr(duty, name) != FulfilledBy.OWN_MENTOR


def recount(stage: Stage, duty: Duty, cell: Cell, acts: list[Act], *, as_of: date | None = None) -> int:
    """What one cell would have done with these acts: cells of a mentor need only his own pairings and acts."""
    alone = stage.scheme.model_copy(update={"duties": (duty,)})
    pairings = [one for one in stage.life.pairings if one.mentor_id == cell.mentor_id]
    found = cells(
        alone,
        stage.calendar,
        stage.term,
        pairings,
        acts,
        as_of or stage.term.ends + DAY,
        stage.life.marks,
        stage.life.leaves,
    )
    return next((one.done for one in found if _same(one, cell)), 0)


def _same(one: Cell, other: Cell) -> bool:
    return (one.subject_id, one.pairing_id, one.mentor_id, one.period_key) == (
        other.subject_id,
        other.pairing_id,
        other.mentor_id,
        other.period_key,
    )


def _met(stage: Stage, owed: list[Cell]) -> Iterator[tuple[Cell, Act]]:
    """Met cells with one of the acts that met them, one cell of each mentor first."""
    by_id = {act.id: act for act in stage.life.acts}
    seen: set[str] = set()
    for cell in owed:
        if cell.act_ids and cell.mentor_id not in seen:
            seen.add(cell.mentor_id)
            yield cell, by_id[cell.act_ids[0]]


def _spoiled(stage: Stage, duty: Duty, owed: list[Cell], condition: str, spoil: Callable[[Act], Act]) -> Proof:
    """A record that counts, spoiled in one respect, must not count any more."""
    for cell, act in _met(stage, owed):
        before, after = recount(stage, duty, cell, [act]), recount(stage, duty, cell, [spoil(act)])
        params: Values = {"duty": duty.label, "condition": condition, "before": before, "after": after}
        return Proof("held" if (before, after) == (1, 0) else "failed", "spoiled_record", params)
    return Proof("not_yet", "never_met", {"duty": duty.label, "met": 0, "unmet": len(owed)})


def _channels(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    other = next((one for one in Channel if one not in duty.channels), None)
    if other is None:
        return Proof("held", "every_channel", {"duty": duty.label})
    return _spoiled(stage, duty, owed, "channels", lambda act: amended(act, channel=other.value))


def _kinds(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    other = next(one for one in Kind if one not in duty.kinds)
    return _spoiled(stage, duty, owed, "kinds", lambda act: amended(act, kind=other.value))


def _attempts(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    return _spoiled(stage, duty, owed, "attempts", lambda act: amended(act, made=False))


def _minutes(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    least = duty.min_minutes or 1
    return _spoiled(stage, duty, owed, "min_minutes", lambda act: amended(act, minutes=least - 1))


def _one_to_one(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    if not duty.one_to_one:
        together = [act for act in stage.life.acts if len(act.student_ids) > 1 and act.kind in duty.kinds]
        counted = sum(act.id in cell.act_ids for act in together[:TRIED] for cell in owed)
        return Proof("held" if counted else "not_yet", "together_counts", {"duty": duty.label, "cells": counted})
    return _spoiled(stage, duty, owed, "one_to_one", lambda act: amended(act, student_ids=(*act.student_ids, STRANGER)))


def _planned(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    return _spoiled(stage, duty, owed, "planned_before", lambda act: amended(act, planned=False))


def _only_for(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    """Owed for those marked, and for nobody else."""
    marked = {mark.student_id for mark in stage.life.marks if mark.code in duty.only_for}
    theirs = {student for one in stage.life.pairings for student in (one.student_id,) if student in marked}
    mentors = {one.mentor_id for one in stage.life.pairings if one.student_id in marked}
    astray = sum(cell.mentor_id not in mentors for cell in owed)
    params: Values = {"duty": duty.label, "marked": len(theirs), "cells": len(owed), "astray": astray}
    return Proof("failed" if astray else "held", "only_for", params)


def _fulfilled_by(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    """A stranger's record counts only where any mentor's does; a substitute's during the leave where it says so."""
    wanted = 1 if duty.fulfilled_by == FulfilledBy.ANY_MENTOR else 0
    for cell, act in _met(stage, owed):
        if duty.who != Actor.MENTOR or (cell.pairing_id is None and not act.student_ids and act.unit_id is None):
            break
        after = recount(stage, duty, cell, [amended(act, by=STRANGER)])
        params: Values = {"duty": duty.label, "by": duty.fulfilled_by.value, "counted": after, "wanted": wanted}
        return Proof("held" if after == wanted else "failed", "by_whom", params)
    return Proof("not_applicable", "own_record_only", {"duty": duty.label})


def _before_week(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    last = week_ends(stage.term, duty.before_week or 1)
    early = sum(cell.due <= last for cell in owed)
    params: Values = {"duty": duty.label, "week": duty.before_week, "cells": early}
    return Proof("held" if early else "failed", "due_before_week", params)


def _aim(_stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    """What is owed is enough; what is aimed at is seen, never asked."""
    enough = sum(cell.state == "met" and cell.done < (duty.aim or 0) for cell in owed)
    reached = sum(cell.done >= (duty.aim or 0) for cell in owed)
    params: Values = {"duty": duty.label, "owed": duty.times, "aim": duty.aim, "enough": enough, "reached": reached}
    asked_more = any(cell.needed != duty.times for cell in owed)
    return Proof("failed" if asked_more else "held" if enough and reached else "not_yet", "aim_not_owed", params)


def _protected(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    by_id = {act.id: act for act in stage.life.acts}
    days = {by_id[one].on for cell in owed for one in cell.act_ids}
    held = sum(len(cell.act_ids) for cell in owed)
    return Proof(
        "held" if held else "not_yet", "held_in_the_slot", {"duty": duty.label, "held": held, "days": len(days)}
    )


def _recorded(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    """Everything that counts is a record one can open."""
    known = {act.id for act in stage.life.acts}
    counted = {one for cell in owed for one in cell.act_ids}
    params: Values = {"duty": duty.label, "records": len(counted)}
    return Proof("failed" if counted - known else "held" if counted else "not_yet", "every_count_opens", params)


def _vacation(stage: Stage, duty: Duty, owed: list[Cell]) -> Proof:
    """A visit in the holidays counts for the term the scheme names, not for the other one."""
    before = duty.vacation_counts == VacationCounts.TERM_BEFORE
    break_days = timedelta(days=SHORT_BREAK)
    day = stage.term.ends + break_days if before else stage.term.starts - break_days
    longer = tuple(replace(one, starts=one.starts - 10 * DAY) for one in stage.life.pairings)
    wider = replace(stage, life=replace(stage.life, pairings=longer))
    for cell, act in _met(stage, [cell for cell in owed if _lasts(stage, cell)]):
        moved = amended(act, on=day, entered_on=day)
        counted = recount(wider, duty, cell, [moved], as_of=stage.term.ends + 2 * break_days)
        params: Values = {"duty": duty.label, "counted": counted, "term": duty.vacation_counts or ""}
        return Proof("held" if counted else "failed", "holiday_visit", params)
    return Proof("not_yet", "never_met", {"duty": duty.label, "met": 0, "unmet": len(owed)})


def _lasts(stage: Stage, cell: Cell) -> bool:
    return any(one.id == cell.pairing_id and one.ends is None for one in stage.life.pairings)


PIECES: dict[str, Callable[[Stage, Duty, list[Cell]], Proof]] = {
    "attempts": _attempts,
    "kinds": _kinds,
    "channels": _channels,
    "min_minutes": _minutes,
    "one_to_one": _one_to_one,
    "planned_before": _planned,
    "protected_slot": _protected,
    "only_for": _only_for,
    "fulfilled_by": _fulfilled_by,
    "before_week": _before_week,
    "aim": _aim,
    "recorded": _recorded,
    "vacation_counts": _vacation,
}
CONDITIONS = frozenset(PIECES) - {"recorded"}
