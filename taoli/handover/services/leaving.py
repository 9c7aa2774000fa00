"""A student leaves before the end, comes back, or never left."""

import datetime as dt
import re
import uuid
from collections.abc import Collection, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change, unit_of_work
from taoli.handover.models import Leaving
from taoli.handover.queries.changed import changed_since
from taoli.handover.queries.released import release
from taoli.handover.queries.writing import Writes
from taoli.handover.services.writing import restore, write
from taoli.matching.models import Pairing
from taoli.matching.services.year import move_back
from taoli.roster.models import ClassStay, GroupMember, Student
from taoli.roster.services.people import sync_all_roles

DAY, UNDO = dt.timedelta(days=1), dt.timedelta(days=14)
Reason = Leaving.Reason
# 义务教育法 11-14: a child of primary or junior secondary school pauses or changes school, but does not give up school.
COMPULSORY = re.compile("小|初|[一二三四五六七八九]年级|[1-9]年级")


def leave(
    *,
    by: Actor,
    student_id: uuid.UUID,
    reason: str,
    last: dt.date,
    until: dt.date | None = None,
    note: str = "",
) -> Leaving:
    """Let a student be gone after a last day (today or before): everything that runs for the child ends quietly.

    Class, groups, pairing, account, appointments, the family's links and notices that still wait end; what was written
    stays with whoever wrote it. TaoliError: gone already, a day to come or before the pairing began, another reason
    without words, giving up school in compulsory years.
    """
    student = Student.objects.of(by.school_id).select_related("school_class__grade").filter(pk=student_id).first()
    _check(student, reason, last, until, note)
    writes = Writes()
    ended = release(writes, by.school_id, [student_id])
    with change(by=by, action="leaving.enter", object_id=student_id, last=last):
        student = Student.objects.of(by.school_id).select_for_update().get(pk=student_id)
        if student.left_on is not None:
            raise ConflictError(_("%(name)s has left already.") % {"name": student.name})
        held = _end(by, writes, [student], last, reason)
        row = _row(by, student, held.get(student_id), last, reason, note)
        row.until = until if reason == Reason.SUSPENDED else None
        row.ended = ended
        row.save(force_insert=True)
        row.before = write(by=by, writes=writes)
        row.save(update_fields=["before"])
        sync_all_roles(by=by)
    return row


def leave_many(*, by: Actor, student_ids: Collection[uuid.UUID], reason: str, note: str = "") -> list[Leaving]:
    """Let several students be gone after today for one reason, as `leave` does; called inside a unit of work.

    It is not taken back in one piece: who stays after all comes back (`come_back`).
    """
    if not student_ids:
        return []
    last, writes = clock.today(), Writes()
    with change(by=by, action="leaving.enter_many", students=len(student_ids), last=last):
        release(writes, by.school_id, student_ids)
        students = list(Student.objects.of(by.school_id).select_for_update().filter(pk__in=list(student_ids)))
        if gone := [one for one in students if one.left_on is not None]:
            raise ConflictError(_("%(name)s has left already.") % {"name": gone[0].name})
        held = _end(by, writes, students, last, reason)
        rows = [_row(by, one, held.get(one.pk), last, reason, note) for one in students]
        Leaving.objects.bulk_create(rows)
        write(by=by, writes=writes)
        sync_all_roles(by=by)
    return rows


def _row(by: Actor, student: Student, held: Pairing | None, last: dt.date, reason: str, note: str) -> Leaving:
    return Leaving(
        school_id=by.school_id,
        student=student,
        school_class_id=student.school_class_id,
        pairing=held,
        reason=reason,
        last=last,
        note=note.strip()[:200],
        entered_at=clock.now(),
        entered_by=by.account_id,
    )


def _check(student: Student | None, reason: str, last: dt.date, until: dt.date | None, note: str) -> None:
    if student is None:
        raise TaoliError(_("Please choose a student who is at the school."))
    if student.left_on is not None:
        raise ConflictError(_("%(name)s has left already.") % {"name": student.name})
    if last > clock.today():
        raise TaoliError(_("The last day cannot lie in the future."))
    if reason not in Reason.values:
        raise TaoliError(_("Please choose a reason from the list."))
    if reason == Reason.OTHER and not note.strip():
        raise TaoliError(_("Please say in a few words what the other reason is."))
    if reason == Reason.SUSPENDED and until is not None and until <= last:
        raise TaoliError(_("The day of coming back lies before the last day."))
    if reason == Reason.DROPPED_OUT and COMPULSORY.search(student.school_class.grade.name):
        raise TaoliError(
            _("In the years of compulsory education nobody gives up school: please choose another school or a pause.")
        )


def _end(
    by: Actor, writes: Writes, students: Sequence[Student], last: dt.date, reason: str
) -> dict[uuid.UUID, Pairing]:
    """Add what ends with the students themselves; return student → the pairing that ends."""
    ids, open_ = [one.pk for one in students], Q(ends=None) | Q(ends__gt=last)
    paired = Pairing.objects.of(by.school_id).select_for_update().filter(student_id__in=ids, ends=None)
    held = {one.student_id: one for one in paired}
    if begun := [one.starts for one in held.values() if one.starts > last]:
        raise TaoliError(
            _("The last day cannot be before the pairing began, on %(day)s.") % {"day": max(begun).isoformat()}
        )
    writes.put("roster.Student", ids, left_on=last, mentor_id=None)
    stays = ClassStay.objects.of(by.school_id).filter(open_, student_id__in=ids)
    writes.put("roster.ClassStay", list(stays.values_list("pk", flat=True)), ends=last)
    members = GroupMember.objects.of(by.school_id).filter(open_, student_id__in=ids)
    writes.put("roster.GroupMember", list(members.values_list("pk", flat=True)), ends=last)
    writes.put("matching.Pairing", [one.pk for one in held.values()], ends=last, end_reason=str(reason))
    return held


def undo_leaving(*, by: Actor, pk: uuid.UUID) -> Leaving:
    """Let a student never have left: pairing, groups and appointments go on. TaoliError: too old, or changed since."""
    with change(by=by, action="leaving.undo", object_id=pk):
        row = Leaving.objects.of(by.school_id).select_for_update().select_related("student").get(pk=pk)
        if row.undone_at is not None:
            return row
        if row.returned_on is not None or not row.before or clock.now() - row.entered_at > UNDO:
            raise TaoliError(_("This can no longer be taken back. Please let the student come back instead."))
        if any(True for _changed in changed_since(by.school_id, row.before)):
            raise ConflictError(
                _("Something of %(name)s has been changed since. Please let the student come back instead.")
                % {"name": row.student.name}
            )
        restore(by.school_id, row.before)
        sync_all_roles(by=by)
        row.undone_at, row.before = clock.now(), {}
        row.save(update_fields=["undone_at", "before"])
    return row


def come_back(
    *, by: Actor, pk: uuid.UUID, room_id: uuid.UUID, on: dt.date, mentor_id: uuid.UUID | None = None
) -> Leaving:
    """Let a student come back (复学) into a class from a day on, with a mentor if one is named."""
    with unit_of_work(), change(by=by, action="leaving.return", object_id=pk, on=on):
        row = Leaving.objects.of(by.school_id).select_for_update().select_related("student").get(pk=pk)
        if row.returned_on is not None or row.undone_at is not None:
            raise ConflictError(_("%(name)s is at the school.") % {"name": row.student.name})
        if row.reason == Reason.DIED:
            raise TaoliError(_("This cannot be entered here. If it was a mistake, please take the entry back."))
        move_back(by=by, student_id=row.student_id, room_id=room_id, on=on, mentor_id=mentor_id)
        row.returned_on, row.before = on, {}
        row.save(update_fields=["returned_on", "before"])
    return row
