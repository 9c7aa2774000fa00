"""A student asks to talk; the adult reads, answers; silence is not left alone."""

import uuid

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import TALK_MOVES, TalkAsk
from taoli.guidance.queries.adults import Adult, adults_for, backup_for, has_account
from taoli.guidance.queries.talks import OPEN, get_asked, next_noon, own_student
from taoli.notifications.services import To, notify
from taoli.roster.models import Student

MOST_A_DAY = 6
State = TalkAsk.State


def ask_to_talk(
    *, by: Actor, adult: str, text: str = "", may_pass: bool = False, source: str = TalkAsk.Source.OWN
) -> TalkAsk:
    """Send the acting student's wish to one adult (`Adult.key`); an open one before is closed, unread text erased.

    TaoliError: the adult is not among those offered, or the student has asked very often today.
    """
    return send(by=by, student=own_student(by), adult=adult, text=text, may_pass=may_pass, source=source)


def send(*, by: Actor, student: Student, adult: str, text: str, may_pass: bool, source: str) -> TalkAsk:
    """Send a student's wish; on paper `by` is whoever typed the slip."""
    chosen = next((one for one in adults_for(student) if one.key == adult), None)
    if chosen is None:
        raise TaoliError(_("This teacher is not here just now. Please choose somebody else."))
    with change(by=by, action="talk.ask") as note:
        rows = TalkAsk.objects.of(by.school_id).filter(student=student)
        if rows.filter(asked_at__date=clock.today()).count() >= MOST_A_DAY:
            raise TaoliError(_("You have written several times today. All of it has arrived. Please wait a little."))
        _close_open(rows)
        row = _new(student, chosen, text, may_pass=may_pass, source=source)
        note.object_id = row.pk
        notify(by=by, to=[To("staff", chosen.staff.pk)], kind="talk_asked", about=row.pk, link=_link(row))
    return row


def _new(student: Student, chosen: Adult, text: str, *, may_pass: bool, source: str) -> TalkAsk:
    now = clock.now()
    return TalkAsk.objects.create(
        school_id=student.school_id,
        student=student,
        adult=chosen.staff,
        office=chosen.office,
        text=text.strip(),
        source=source,
        asked_at=now,
        due_at=next_noon(student.school_id, now),
        may_pass=may_pass,
    )


def _close_open(rows: "QuerySet[TalkAsk]") -> None:
    rows.filter(state=State.WAITING).update(state=State.MOVED, text="")
    rows.filter(state=State.READ).update(state=State.MOVED)


def take_back_talk(*, by: Actor) -> None:
    """Take back the acting student's wish as long as nobody has read it; its text is erased.

    ConflictError: it has been read meanwhile.
    """
    student = own_student(by)
    with change(by=by, action="talk.take_back"):
        rows = TalkAsk.objects.of(by.school_id).filter(student=student, state=State.WAITING)
        if not rows.update(state=State.TAKEN_BACK, text=""):
            raise ConflictError(_("It has been read just now, so it cannot be taken back any more."))


def read_talk(*, by: Actor, pk: uuid.UUID) -> TalkAsk:
    """Return a wish sent to the actor and note when it was first read, which the student is shown; 404 otherwise."""
    row = get_asked(by, pk)
    if row.state == State.WAITING:
        with change(by=by, action="talk.read", object_id=pk):
            rows = TalkAsk.objects.of(by.school_id).filter(pk=pk, state=State.WAITING)
            rows.update(state=State.READ, read_at=clock.now())
        row = get_asked(by, pk)
    return row


def answer_talk(*, by: Actor, pk: uuid.UUID, answer: str) -> TalkAsk:
    """Say when and where, and tell the student who has an account; answering again changes the words.

    TaoliError: nothing is said. ConflictError: the student has taken it back or asked somebody else.
    """
    row = get_asked(by, pk)
    if not answer.strip():
        raise TaoliError(_("Please say when and where, in a few words."))
    with change(by=by, action="talk.answer", object_id=pk):
        fitting = [state for state, to in TALK_MOVES.items() if State.ANSWERED in to]
        now = clock.now()
        rows = TalkAsk.objects.of(by.school_id).filter(pk=pk, state__in=[*fitting, State.ANSWERED])
        if not rows.update(state=State.ANSWERED, answer=answer.strip(), answered_at=now, read_at=row.read_at or now):
            raise ConflictError(_("The student has taken it back or asked somebody else."))
        _tell_student(by, row, "talk_answered", f"{pk}:{now:%d%H%M}")
    return get_asked(by, pk)


def remind_talks(*, by: Actor) -> int:
    """Follow up on silence, once each time: after the first noon adult and student, after the second the backup.

    Returns how many wishes were followed up. Nothing goes out at night or on a holiday: these are no safety kinds.
    """
    now = clock.now()
    late = TalkAsk.objects.of(by.school_id).filter(state__in=OPEN, due_at__lte=now, passed_at=None)
    count = 0
    for row in late.select_related("student").order_by("due_at", "id"):
        with change(by=by, action="talk.remind", object_id=row.pk):
            count += _pass(by, row) if row.reminded_at else _remind(by, row)
    return count


def _remind(by: Actor, row: TalkAsk) -> int:
    now = clock.now()
    fresh = TalkAsk.objects.of(by.school_id).filter(pk=row.pk, reminded_at=None, state__in=OPEN)
    if not fresh.update(reminded_at=now, due_at=next_noon(by.school_id, now)):
        return 0
    notify(by=by, to=[To("staff", row.adult_id)], kind="talk_again", about=row.pk, link=_link(row))
    _tell_student(by, row, "talk_silent", str(row.pk))
    return 1


def _pass(by: Actor, row: TalkAsk) -> int:
    backup = backup_for(by.school_id, row.adult_id) if row.may_pass else None
    fresh = TalkAsk.objects.of(by.school_id).filter(pk=row.pk, passed_at=None, state__in=OPEN)
    if not fresh.update(passed_at=clock.now(), passed_to_id=backup):
        return 0
    if backup is not None:
        notify(by=by, to=[To("staff", backup)], kind="talk_passed", about=row.pk, link=_link(row))
    return 1


def _tell_student(by: Actor, row: TalkAsk, kind: str, about: str) -> None:
    """Without an account the only way would be a slip of paper, which others would see: then nothing is sent."""
    if has_account(row.student):
        notify(by=by, to=[To("student", row.student_id)], kind=kind, about=about, link=reverse("home:student_home"))


def _link(row: TalkAsk) -> str:
    return reverse("guidance:talk_show", args=[row.pk])
