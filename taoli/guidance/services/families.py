"""What families write: a message to the mentor and its answer, a correction asked for and what became of it."""

import datetime as dt
import uuid

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import CORRECTION_MOVES, FamilyCorrection, FamilyMessage
from taoli.guidance.permissions import CORRECTION, MESSAGE
from taoli.guidance.queries.families import own_child
from taoli.guidance.services.telling import (
    tell_correction,
    tell_correction_answered,
    tell_message,
    tell_message_answered,
)

DUE = dt.timedelta(days=7)
MOST = 500


def send_message(*, by: Actor, student_id: uuid.UUID, text: str) -> FamilyMessage:
    """Send a guardian's message to the child's mentor; TaoliError: empty, too long, or one still waits."""
    child = own_child(by, student_id)
    if child.mentor_id is None or by.person_id is None:
        raise TaoliError(_("Your child has no mentor yet. Please write to the homeroom teacher."))
    text = _checked(text)
    waiting = FamilyMessage.objects.of(by.school_id).filter(
        student=child, guardian_id=by.person_id, mentor_id=child.mentor_id, answered_at=None
    )
    with change(by=by, action="family_message.send", student=student_id) as note:
        if waiting.exists():
            raise TaoliError(_("Your last message still waits for its answer. If it is urgent, please telephone."))
        row = FamilyMessage.objects.create(
            school_id=by.school_id,
            student=child,
            guardian_id=by.person_id,
            mentor_id=child.mentor_id,
            text=text,
            sent_at=clock.now(),
        )
        note.object_id = row.pk
        tell_message(by=by, row=row)
    return row


def mark_read(*, by: Actor) -> int:
    """Note that the mentor has read what waits; of one's own reading there is no audit row."""
    rows = MESSAGE.within(FamilyMessage.objects.filter(read_at=None), by, "read")
    found: int = rows.update(read_at=clock.now())
    return found


def answer_message(*, by: Actor, pk: uuid.UUID, text: str) -> FamilyMessage:
    """Answer a family's message, once."""
    text = _checked(text)
    with change(by=by, action="family_message.answer", object_id=pk):
        rows = MESSAGE.within(FamilyMessage.objects.all(), by, "read").select_for_update(of=("self",))
        row = rows.filter(pk=pk).first()
        if row is None:
            raise Http404
        if row.answered_at is not None:
            raise ConflictError(_("This message has been answered already."))
        now = clock.now()
        row.answer, row.answered_at, row.read_at = text, now, row.read_at or now
        row.save(update_fields=["answer", "answered_at", "read_at"])
        tell_message_answered(by=by, row=row)
    answered: FamilyMessage = row
    return answered


def ask_correction(*, by: Actor, student_id: uuid.UUID, text: str) -> FamilyCorrection:
    """Ask for something kept of the child to be corrected; TaoliError: empty, too long, or one is open."""
    child, text = own_child(by, student_id), _checked(text)
    guardian = by.person_id
    assert guardian is not None  # a guardian, says own_child
    with change(by=by, action="family_correction.ask", student=student_id) as note:
        known = FamilyCorrection.objects.of(by.school_id).filter(student=child, guardian_id=guardian)
        if known.filter(state=FamilyCorrection.State.OPEN).exists():
            raise TaoliError(_("The school is still looking at your last request and will answer it here."))
        row = FamilyCorrection.objects.create(
            school_id=by.school_id,
            student=child,
            guardian_id=guardian,
            text=text,
            asked_at=clock.now(),
            due_on=clock.today() + DUE,
        )
        note.object_id = row.pk
        tell_correction(by=by, row=row, homeroom_id=child.school_class.homeroom_teacher_id)
    return row


def answer_correction(*, by: Actor, pk: uuid.UUID, state: str, text: str) -> FamilyCorrection:
    """Say what became of a request; ConflictError when it has been answered meanwhile."""
    text = _checked(text)
    with change(by=by, action="family_correction.answer", object_id=pk, state=state):
        rows = CORRECTION.within(FamilyCorrection.objects.all(), by, "answer").select_for_update(of=("self",))
        row = rows.filter(pk=pk).first()
        if row is None:
            raise Http404
        if state not in CORRECTION_MOVES[row.state]:
            raise ConflictError(_("This request has been answered already."))
        row.state, row.answer = state, text
        row.answered_at, row.answered_by = clock.now(), by.person_id
        row.save(update_fields=["state", "answer", "answered_at", "answered_by"])
        tell_correction_answered(by=by, row=row)
    answered: FamilyCorrection = row
    return answered


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise TaoliError(_("Please write a few words."))
    if len(text) > MOST:
        raise TaoliError(_("This is longer than %(most)s characters. Please say the most important.") % {"most": MOST})
    return text
