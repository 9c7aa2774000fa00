"""A class handed to another homeroom teacher, for good or for a time; the reach follows the days."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.accounts.models import Membership, RoleHeld
from taoli.accounts.queries import account_names
from taoli.accounts.services import Stretch, lay_role
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, Role
from taoli.common.unit import change
from taoli.roster.models import ClassCharge, SchoolClass, Staff
from taoli.roster.queries.charges import ahead, spans


def hand_over(
    *,
    by: Actor,
    room_id: uuid.UUID,
    staff_id: uuid.UUID,
    starts: dt.date,
    ends: dt.date | None = None,
    seen: uuid.UUID | None = None,
) -> ClassCharge:
    """Let somebody lead a class from a day on, or stand in until `ends`; the former reach ends the day before.

    `seen`: the homeroom teacher whom the page named. TaoliError: a day before today, an end before the beginning, who
    leads it already, has no account, or is there to help only; ConflictError: changed meanwhile.
    """
    with change(by=by, action="class.hand_over", object_id=room_id, staff=staff_id, starts=starts, ends=ends) as note:
        room = SchoolClass.objects.of(by.school_id).select_for_update().get(pk=room_id)
        if room.homeroom_teacher_id != seen:
            raise ConflictError(_("The class has another homeroom teacher since you opened this page."))
        _refuse(by, room, staff_id, starts, ends)
        row = ClassCharge.objects.create(
            school_id=by.school_id,
            school_class=room,
            staff_id=staff_id,
            acting=ends is not None,
            starts=starts,
            ends=ends,
        )
        take_charges(by=by)
        lay(by, room)
        note.data |= {"charge": row.pk}
    return row


def withdraw_charge(*, by: Actor, pk: uuid.UUID) -> ClassCharge:
    """Take back what has not begun, or send who stands in home from today; TaoliError when it is over or for good."""
    with change(by=by, action="class.take_back", object_id=pk):
        row = ClassCharge.objects.of(by.school_id).select_for_update().select_related("school_class").get(pk=pk)
        today = clock.today()
        if row.withdrawn_at or row.taken or (row.ends is not None and row.ends < today):
            raise TaoliError(_("This has happened already. Please hand the class over again instead."))
        row.withdrawn_at = clock.now()
        row.save(update_fields=["withdrawn_at"])
        lay(by, row.school_class)
    return row


def take_charges(*, by: Actor) -> int:
    """Let the classes say themselves who leads them where the day has come; returns how many changed."""
    due = [one for one in ahead(by.school_id, clock.today()) if not one.acting and one.starts <= clock.today()]
    if due:
        with change(by=by, action="class.take_charges", classes=[one.school_class_id for one in due]):
            for one in due:
                rows = SchoolClass.objects.of(by.school_id).filter(pk=one.school_class_id)
                rows.update(homeroom_teacher_id=one.staff_id)
                ClassCharge.objects.of(by.school_id).filter(pk=one.pk).update(taken=True)
    return len(due)


def lay(by: Actor, room: SchoolClass) -> None:
    """Write the role at the class as the arrangements of today say."""
    room.refresh_from_db(fields=["homeroom_teacher"])
    today = clock.today()
    charges = list(ahead(by.school_id, today).filter(school_class=room))
    stretches = [Stretch(one.staff_id, one.starts, one.ends) for one in spans(room, charges, today) if one.staff_id]
    lay_role(
        by=by,
        role=Role.HOMEROOM_TEACHER,
        place_kind=RoleHeld.Place.CLASS,
        place_id=room.pk,
        grade_id=room.grade_id,
        since=today,
        stretches=stretches,
    )


def _refuse(by: Actor, room: SchoolClass, staff_id: uuid.UUID, starts: dt.date, ends: dt.date | None) -> None:
    staff = Staff.objects.of(by.school_id).filter(pk=staff_id, left_on=None, kind=Staff.Kind.TEACHER).first()
    if staff is None:
        raise TaoliError(_("Please choose a teacher of the school."))
    if starts < clock.today():
        raise TaoliError(_("It can begin today or later: what somebody has seen cannot be taken back."))
    if ends is not None and ends < starts:
        raise TaoliError(_("The last day cannot be before the first."))
    if staff.until is not None and staff.until < starts:
        raise TaoliError(_("%(name)s leaves the school before that day.") % {"name": staff.name})
    if room.homeroom_teacher_id == staff_id:
        raise TaoliError(_("%(name)s is the homeroom teacher already.") % {"name": staff.name})
    if staff_id not in account_names(by.school_id, Membership.Kind.STAFF):
        raise TaoliError(_("%(name)s has no account yet. Please open accounts first.") % {"name": staff.name})
    known = ahead(by.school_id, clock.today()).filter(school_class=room)
    if any(_meet(one, starts, ends) for one in known):
        raise TaoliError(_("Another handover is arranged for these days. Please take it back first."))


def _meet(one: ClassCharge, starts: dt.date, ends: dt.date | None) -> bool:
    """Two stand-ins on one day, or two appointments waiting."""
    if one.acting != (ends is not None):
        return False
    return not one.acting or (one.starts <= (ends or starts) and (one.ends or starts) >= starts)
