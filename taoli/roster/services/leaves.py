"""A member of staff is away for a time, or leaves the school."""

import datetime as dt
import uuid

from django.db.models import F, Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Staff, StaffLeave
from taoli.roster.services.people import sync_all_roles

DAY = dt.timedelta(days=1)


def add_leave(
    *, by: Actor, staff_id: uuid.UUID, starts: dt.date, ends: dt.date | None, substitute_id: uuid.UUID | None
) -> StaffLeave:
    """Note that somebody is away from a day to a day, and who stands in.

    TaoliError: the end before the beginning, somebody standing in for himself or herself, or away already then.
    """
    with change(by=by, action="staff.leave", object_id=staff_id, starts=starts, ends=ends, substitute=substitute_id):
        if ends is not None and ends < starts:
            raise TaoliError(_("The last day cannot be before the first."))
        if staff_id == substitute_id:
            raise TaoliError(_("Nobody can stand in for himself or herself."))
        overlap = Q(ends=None) | Q(ends__gte=starts)
        known = StaffLeave.objects.of(by.school_id).filter(overlap, staff_id__in=[staff_id, substitute_id])
        known = known.exclude(ends__lt=F("starts"))
        if ends is not None:
            known = known.filter(starts__lte=ends)
        if row := known.select_related("staff").first():
            raise TaoliError(_("%(name)s is noted as away on these days already.") % {"name": row.staff.name})
        return StaffLeave.objects.create(
            school_id=by.school_id, staff_id=staff_id, substitute_id=substitute_id, starts=starts, ends=ends
        )


def take_back_leave(*, by: Actor, pk: uuid.UUID) -> None:
    """Let a leave never have been: it ends before its first day, as a pairing taken back does."""
    with change(by=by, action="staff.leave_back", object_id=pk):
        for row in StaffLeave.objects.of(by.school_id).filter(pk=pk):
            row.ends = row.starts - DAY
            row.save(update_fields=["ends"])


def leave_school(*, by: Actor, staff_id: uuid.UUID, last: dt.date | None) -> None:
    """Note somebody's last day at the school; gone once it is past. None: stays after all."""
    with change(by=by, action="staff.leave_school", object_id=staff_id, last=last):
        Staff.objects.of(by.school_id).filter(pk=staff_id).update(until=last, left_on=None)
        see_off(by=by)
        sync_all_roles(by=by)


def see_off(*, by: Actor) -> int:
    """Let those be gone whose last day is past; returns how many."""
    rows = Staff.objects.of(by.school_id).filter(left_on=None, until__lt=clock.today())
    gone = [(pk, until + DAY) for pk, until in rows.values_list("pk", "until") if until]
    if gone:
        with change(by=by, action="staff.see_off", staff=[pk for pk, _day in gone]):
            for pk, day in gone:
                Staff.objects.of(by.school_id).filter(pk=pk).update(left_on=day)
    return len(gone)
