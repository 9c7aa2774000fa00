"""A change during the year taken back, as long as nothing was built on it."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import Pairing, YearChange
from taoli.matching.services.shifting import DAY, follow_dates
from taoli.roster.models import Student
from taoli.roster.services.leaves import leave_school, take_back_leave

UNDO = dt.timedelta(days=14)
KINDS = frozenset(YearChange.Kind.values) - {YearChange.Kind.DIVIDED, YearChange.Kind.MOVED_OUT, YearChange.Kind.ASKED}
NAMED = 5


def may_undo(row: YearChange) -> bool:
    """Say whether a change may still be taken back: not one that moved students in the roster, nor an old one."""
    return row.kind in KINDS and row.undone_at is None and clock.now() - row.at <= UNDO


def undo_change(*, by: Actor, pk: uuid.UUID) -> YearChange:
    """Let the old pairings go on and the new ones never have been (they end before their first day).

    TaoliError: too old, undone already, or pairings have changed since.
    """
    with change(by=by, action="year.undo", object_id=pk) as note:
        row = YearChange.objects.of(by.school_id).select_for_update().get(pk=pk)
        if not may_undo(row):
            raise TaoliError(_("This can no longer be taken back. Please make the change in the other direction."))
        ids = [line[key] for line in row.shifts for key in ("was", "begun") if line[key]]
        rows = Pairing.objects.of(by.school_id).select_for_update().filter(pk__in=ids)
        known = {str(one.pk): one for one in rows}
        _check(by, row, known)
        begun, was = [], []
        for line in row.shifts:
            if line["begun"]:
                begun.append(known[line["begun"]])
            if line["was"] and line["before"] != line["after"]:
                was.append(known[line["was"]])
        for one in begun:
            one.ends, one.end_reason = row.starts - DAY, row.reason or "other"
        for one in was:
            one.ends, one.end_reason = None, ""
        Pairing.objects.of(by.school_id).bulk_update(begun, ["ends", "end_reason"])
        Pairing.objects.of(by.school_id).bulk_update(was, ["ends", "end_reason"])
        if leave := row.more.get("leave"):
            take_back_leave(by=by, pk=uuid.UUID(leave))
        if gone := row.more.get("left"):
            leave_school(by=by, staff_id=uuid.UUID(gone), last=None)
        follow_dates(by=by, student_ids=[uuid.UUID(line["student"]) for line in row.shifts])
        row.undone_at = clock.now()
        row.save(update_fields=["undone_at"])
        note.data |= {"students": len(row.shifts)}
    return row


def _check(by: Actor, row: YearChange, known: dict[str, Pairing]) -> None:
    """Each pairing is still as the change left it, and no other has begun."""
    students = [uuid.UUID(line["student"]) for line in row.shifts]
    live = dict(
        Pairing.objects.of(by.school_id).filter(student_id__in=students, ends=None).values_list("student", "pk")
    )
    changed = []
    for line in row.shifts:
        student = uuid.UUID(line["student"])
        stays = line["was"] if line["before"] == line["after"] else line["begun"]
        was = known.get(line["was"])
        ended = line["before"] == line["after"] or was is None or was.ends == row.starts - DAY
        if str(live.get(student, "")) != stays or not ended:
            changed.append(student)
    if changed:
        names = Student.objects.of(by.school_id).filter(pk__in=changed[:NAMED]).values_list("name", flat=True)
        raise TaoliError(
            _("These pairings have changed since: %(names)s. Nothing was taken back.") % {"names": "、".join(names)}
        )
