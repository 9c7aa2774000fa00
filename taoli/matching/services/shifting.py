"""Pairings ended and begun from a day on: the one way in which anything changes during the year."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme.vocabulary import EndReason
from taoli.matching.models import Pairing, YearChange
from taoli.matching.phrases import finding_sentence
from taoli.matching.queries.pairings import holding
from taoli.matching.queries.shifts import Shift
from taoli.matching.queries.standing import Standing, standing_of, unfit_words
from taoli.roster.models import SchoolClass, Student
from taoli.roster.queries.calendar import current_term, terms
from taoli.roster.services.students import set_mentors

CHUNK, NAMED = 500, 5
DAY = dt.timedelta(days=1)
HOLIDAYS = dt.timedelta(days=62)  # what ends with the year may be written down in the summer


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An operation: what it is, the first day of the new order, why the old pairings end, and what else it wrote."""

    kind: str
    starts: dt.date
    reason: str
    note: str = ""
    beyond: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)


def rearrange(*, by: Actor, order: Order, shifts: Sequence[Shift]) -> YearChange:
    """End and begin these pairings from a day on and return what is kept of it.

    A pairing that begins on the very day it ends never was (ends before its first day). TaoliError: nothing to do, a
    day outside the term or before a pairing began, a mentor who may not be given students, a rule that breaks and is
    not passed on purpose (`beyond`), a change planned already; ConflictError: a pairing is no longer what was seen.
    """
    with change(by=by, action=f"year.{order.kind}", starts=order.starts, reason=order.reason) as note:
        _check_order(by, order, shifts)
        live = _live(by, [one.student_id for one in shifts])
        _check_seen(by, live, shifts, order)
        now = standing_of(by.school_id, order.starts)
        _check_mentors(now, shifts, beyond=order.beyond)
        lines = _write(by, now, live, shifts, order)
        row = YearChange.objects.create(
            school_id=by.school_id,
            kind=order.kind,
            starts=order.starts,
            reason=order.reason,
            note=order.note.strip()[:200],
            shifts=lines,
            more=dict(order.more),
            by_id=by.account_id,
            at=clock.now(),
        )
        follow_dates(by=by, student_ids=[one.student_id for one in shifts])
        note.object_id, note.data["students"] = row.pk, len(lines)
    return row


def follow_dates(*, by: Actor, student_ids: Collection[uuid.UUID] | None = None) -> int:
    """Let the roster name the mentor of today (of these students, of all); returns how many changed.

    Students who never were in a pairing are left as they are.
    """
    today = clock.today()
    held: dict[uuid.UUID, uuid.UUID | None] = {}
    for some in [None] if student_ids is None else _chunks(student_ids):
        rows = Pairing.objects.of(by.school_id)
        rows = rows if some is None else rows.filter(student_id__in=some)
        held |= dict.fromkeys(rows.order_by().values_list("student_id", flat=True).distinct())
        held |= dict(rows.filter(holding(today)).order_by("starts", "id").values_list("student_id", "mentor_id"))
    named = dict(Student.objects.of(by.school_id).values_list("pk", "mentor_id"))
    wrong = {student: mentor for student, mentor in held.items() if named.get(student) != mentor}
    return set_mentors(by=by, mentor_by_student=wrong) if wrong else 0


def _chunks(ids: Collection[uuid.UUID]) -> list[list[uuid.UUID]]:
    ordered = list(ids)
    return [ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK)]


def _check_order(by: Actor, order: Order, shifts: Sequence[Shift]) -> None:
    if not shifts:
        raise TaoliError(_("There is nobody to whom this applies."))
    if order.reason and order.reason not in {known.value for known in EndReason}:
        raise TaoliError(_("Please choose a reason from the list."))
    if order.reason == EndReason.OTHER and not order.note.strip():
        raise TaoliError(_("Please say in a few words what the other reason is."))
    known = terms(by.school_id)
    term = current_term(by.school_id)
    if term is None or not term.starts <= order.starts <= max(one.ends for one in known) + HOLIDAYS:
        raise TaoliError(_("%(day)s lies outside the term.") % {"day": order.starts.isoformat()})


def _live(by: Actor, student_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Pairing]:
    found: dict[uuid.UUID, Pairing] = {}
    for some in _chunks(student_ids):
        rows = Pairing.objects.of(by.school_id).select_for_update(of=("self",)).filter(student_id__in=some, ends=None)
        found |= {one.student_id: one for one in rows.select_related("student").order_by("id")}
    return found


def _check_seen(by: Actor, live: Mapping[uuid.UUID, Pairing], shifts: Sequence[Shift], order: Order) -> None:
    moved = [
        one.student_id for one in shifts if one.was != (live[one.student_id].pk if one.student_id in live else None)
    ]
    if moved:
        names = Student.objects.of(by.school_id).filter(pk__in=moved[:NAMED]).values_list("name", flat=True)
        raise ConflictError(
            _("Somebody else changed pairings meanwhile: %(names)s. Please look again.") % {"names": "、".join(names)}
        )
    for one in live.values():
        if one.starts > order.starts:
            words = {"name": one.student.name, "day": one.starts.isoformat()}
            raise TaoliError(_("%(name)s has a pairing from %(day)s on; the change cannot come before it.") % words)


def _check_mentors(now: Standing, shifts: Sequence[Shift], *, beyond: bool) -> None:
    new = {one.mentor_id for one in shifts if one.mentor_id and not one.keep}
    if barred := unfit_words(now, list(new)):
        raise TaoliError(" ".join(barred))
    if {str(one) for one in new} - now.staff.keys():
        raise TaoliError(_("Please choose mentors of the school."))
    broken = broken_words(now, shifts)
    if broken and not beyond:
        raise TaoliError(_("%(broken)s To do it all the same, tick the box below.") % {"broken": " ".join(broken)})


def check_shifts(*, by: Actor, starts: dt.date, shifts: Sequence[Shift]) -> list[str]:
    """Say what would stand against these shifts, before anything is written."""
    now = standing_of(by.school_id, starts)
    return [*unfit_words(now, [one.mentor_id for one in shifts if one.mentor_id]), *broken_words(now, shifts)]


def broken_words(now: Standing, shifts: Sequence[Shift]) -> list[str]:
    """Say which rules the shifts newly break."""
    after = dict(now.seats)
    for one in shifts:
        student = str(one.student_id)
        if one.keep:
            continue
        after.pop(student, None)
        if one.mentor_id:
            after[student] = str(one.mentor_id)
    touched = {str(one.mentor_id) for one in shifts if one.mentor_id and not one.keep}
    names = {pk: row.name for pk, row in now.staff.items()}
    found = now.breaks(after, touched)
    if any(one.code in {"not_eligible", "too_many_classes", "mentor_absent"} for one in found):
        for model in (Student, SchoolClass):
            names |= {str(pk): name for pk, name in model.objects.of(now.school_id).values_list("pk", "name")}
    return [finding_sentence(one, names) for one in found]


def _write(
    by: Actor, now: Standing, live: Mapping[uuid.UUID, Pairing], shifts: Sequence[Shift], order: Order
) -> list[dict[str, str]]:
    rooms = dict(Student.objects.of(by.school_id).values_list("pk", "school_class_id"))
    groups = _whole_groups(live, shifts, rooms)
    over, kept, fresh, lines = [], [], [], []
    for one in shifts:
        old = live.get(one.student_id)
        line = {"student": str(one.student_id), "was": "", "begun": "", "before": "", "after": "", "room": ""}
        if old is not None:
            line |= {"was": str(old.pk), "before": str(old.mentor_id), "room": str(old.school_class_id)}
        if old is not None and (one.keep or one.mentor_id == old.mentor_id):
            line["after"] = line["before"]
            if old.school_class_id != rooms[one.student_id]:
                old.school_class_id, old.group = rooms[one.student_id], None
                kept.append(old)
        else:
            if old is not None:
                old.ends, old.end_reason = order.starts - DAY, order.reason
                over.append(old)
            if one.mentor_id is not None:
                row = _new(by, now, one.student_id, one.mentor_id, rooms[one.student_id], order.starts)
                row.group_id = groups.get(one.student_id)
                fresh.append(row)
                line |= {"begun": str(fresh[-1].pk), "after": str(one.mentor_id)}
        lines.append(line)
    Pairing.objects.of(by.school_id).bulk_update(over, ["ends", "end_reason"], batch_size=CHUNK)
    Pairing.objects.of(by.school_id).bulk_update(kept, ["school_class", "group"], batch_size=CHUNK)
    Pairing.objects.bulk_create(fresh, batch_size=CHUNK)
    return lines


def _whole_groups(
    live: Mapping[uuid.UUID, Pairing], shifts: Sequence[Shift], rooms: Mapping[uuid.UUID, uuid.UUID]
) -> dict[uuid.UUID, uuid.UUID]:
    """Return student → group, where a mentor is given the whole group that was with the former one."""
    heirs: dict[uuid.UUID, set[uuid.UUID | None]] = {}
    members: dict[uuid.UUID, uuid.UUID] = {}
    for one in shifts:
        old = live.get(one.student_id)
        if old is not None and old.group_id is not None and not one.keep:
            stays = old.school_class_id == rooms[one.student_id]
            heirs.setdefault(old.group_id, set()).add(one.mentor_id if stays else None)
            members[one.student_id] = old.group_id
    return {student: group for student, group in members.items() if len(heirs[group]) == 1 and None not in heirs[group]}


def _new(
    by: Actor, now: Standing, student_id: uuid.UUID, mentor_id: uuid.UUID, room_id: uuid.UUID, starts: dt.date
) -> Pairing:
    return Pairing(
        school_id=by.school_id,
        student_id=student_id,
        mentor_id=mentor_id,
        school_class_id=room_id,
        scheme_id=now.scheme.pk,
        starts=starts,
    )
