"""Sealed notes, breaking the glass, handing a counsellor's students over."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.care.models import CounsellorNote, GlassBreak, Holding, NoteVersion, Referral
from taoli.care.permissions.sealed import BREAK_GLASS, HOLDING
from taoli.care.queries.few import second_for
from taoli.care.queries.sealed import breakable, counsellors, glass_place, held_student, note_place
from taoli.care.services.informing import tell_glass, tell_handed
from taoli.care.services.referrals import hold
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.queries.inbox import person_of
from taoli.roster.services.sealing import seal_about

MOST_HOURS = 24
FEWEST_WORDS = 10  # characters: a reason to break the glass says more than "看看"


def keep_note(*, by: Actor, student_id: uuid.UUID, text: str, held_on: dt.date) -> CounsellorNote:
    """Keep a sealed note about a student one holds. TaoliError: empty, or a day in the future."""
    with change(by=by, action="counsellor_note.keep") as note:
        student = held_student(by, student_id)
        if held_on > clock.today():
            raise TaoliError(_("The date lies in the future. Please check it."))
        row = CounsellorNote.objects.create(
            school_id=by.school_id, student=student, written_by_id=person_of(by), held_on=held_on, made_at=clock.now()
        )
        _write(by, row, text)
        note.object_id = row.pk
    return row


def change_note(*, by: Actor, pk: uuid.UUID, edit: int, text: str) -> CounsellorNote:
    """Write a note anew; the wording before is kept. ConflictError: changed meanwhile, nothing lost."""
    with change(by=by, action="counsellor_note.change", object_id=pk):
        row = CounsellorNote.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        held_student(by, row.student_id)
        if row.edit != edit:
            raise ConflictError(_("This note was changed on another page meanwhile. What you wrote still stands here."))
        row.edit += 1
        row.save(update_fields=["edit"])
        _write(by, row, text)
    return row


def _write(by: Actor, row: CounsellorNote, text: str) -> None:
    if not text.strip():
        raise TaoliError(_("Nothing is written yet."))
    sealed = seal_about(by.school_id, row.student_id, text.strip(), note_place(row.pk, row.edit))
    NoteVersion.objects.create(
        school_id=by.school_id, note=row, number=row.edit, text=sealed, at=clock.now(), by_id=person_of(by)
    )


def break_glass(*, by: Actor, student_id: uuid.UUID, second: uuid.UUID, reason: str, hours: int) -> GlassBreak:
    """Open a student's sealed notes for oneself, for some hours; the second person is told at once.

    TaoliError: no reason worth the name, more than a day, a second person who is not one of those named, or open
    already.
    """
    with change(by=by, action="glass.break", hours=hours) as note:
        student = breakable(by, student_id)
        if len(reason.strip()) < FEWEST_WORDS:
            raise TaoliError(_("Please write why the notes must be opened; the counsellor will read it."))
        if not 1 <= hours <= MOST_HOURS:
            raise TaoliError(_("For one to twenty-four hours."))
        if second not in {one.pk for one in second_for(by.school_id, but=[pk for pk in [by.person_id] if pk])}:
            raise TaoliError(_("Please choose a second person from those named."))
        now = clock.now()
        live = GlassBreak.objects.of(by.school_id).filter(student=student, asked_by_id=by.person_id, ended_at=None)
        if live.filter(ends_at__gt=now).exists():
            raise TaoliError(_("The notes about this student are open to you already."))
        row = GlassBreak(
            school_id=by.school_id,
            student=student,
            asked_by_id=person_of(by),
            second_id=second,
            asked_at=now,
            ends_at=now + dt.timedelta(hours=hours),
        )
        row.reason = seal_about(by.school_id, student.pk, reason.strip(), glass_place(row))
        row.save(force_insert=True)
        note.object_id = row.pk
        tell_glass(by=by, row=row)
    return row


def end_glass(*, by: Actor, pk: uuid.UUID) -> None:
    """Close a broken glass before its time: by the asker or the second person."""
    with change(by=by, action="glass.end", object_id=pk):
        rows = BREAK_GLASS.within(GlassBreak.objects.filter(pk=pk), by, "view")
        mine = rows.filter(asked_by_id=by.person_id) | rows.filter(second_id=by.person_id)
        if not mine.filter(ended_at=None).update(ended_at=clock.now(), ended_by_id=by.person_id):
            raise ConflictError(_("It is closed already."))


def hand_over(*, by: Actor, giver: uuid.UUID, taker: uuid.UUID) -> int:
    """Hand all students of a counsellor to another, unread; return how many. The giver loses all at once.

    TaoliError: the taker is not a counsellor of today, or the same person, or there is nobody to hand over.
    """
    with change(by=by, action="holding.hand_over", object_id=giver, taker=taker) as note:
        if not HOLDING.may(by, "hand") or giver == taker or str(taker) not in dict(counsellors(by.school_id)):
            raise TaoliError(_("Please choose another person who is counsellor today."))
        held = Holding.objects.of(by.school_id).filter(counsellor_id=giver, ends=None)
        students = list(held.values_list("student_id", flat=True))
        if not students:
            raise TaoliError(_("Nobody is held by this person."))
        held.update(ends=clock.now())
        for one in students:
            hold(by=by, student_id=one, counsellor_id=taker)
        moved = Referral.objects.of(by.school_id).filter(counsellor_id=giver, state=Referral.State.CARE)
        moved.update(counsellor_id=taker)
        note.data["count"] = len(students)
        tell_handed(by=by, to=taker, about=f"{giver}:{clock.now().isoformat()}")
    return len(students)
