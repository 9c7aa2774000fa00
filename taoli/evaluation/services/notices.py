"""Putting honours up, noting remarks, deciding."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import NOTICE_MOVES, AppraisalRun, HonourNotice, NoticeRemark
from taoli.evaluation.queries.honours import HonourRow
from taoli.evaluation.queries.notices import live_notice, names_of, standing

State = HonourNotice.State


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the office says of a notice."""

    starts: dt.date
    until: dt.date
    telephone: str
    mailbox: str


def prepare_notice(*, by: Actor, run: AppraisalRun, row: HonourRow, facts: NoticeFacts, edit: int) -> HonourNotice:
    """Make the notice of an honour with its names frozen, or change a draft's days and numbers.

    TaoliError: the appraisal is not published, nobody has the honour, the days are the wrong way round, the notice is
    up already; ConflictError: somebody changed it meanwhile.
    """
    _sensible(facts)
    if run.state != AppraisalRun.State.PUBLISHED:
        raise TaoliError(_("Honours are put up once the appraisal is published."))
    with change(by=by, action="notice.prepare", honour=row.honour.key) as note:
        known = live_notice(run, row.honour.key)
        notice = _fresh(by, run, row) if known is None else locked_notice(by, known.pk, edit)
        if notice.state != State.DRAFT:
            raise TaoliError(_("This notice is up already and does not change any more."))
        notice.starts, notice.until = facts.starts, facts.until
        notice.telephone, notice.mailbox = facts.telephone, facts.mailbox
        notice.edit += 1
        notice.save()
        note.object_id = notice.pk
    return notice


def post_notice(*, by: Actor, pk: uuid.UUID) -> HonourNotice:
    """Put a notice up: from now on the whole staff reads it, and remarks can be noted."""
    with change(by=by, action="notice.post", object_id=pk):
        notice = _moved(by, pk, State.POSTED)
        notice.posted_at = clock.now()
        notice.save(update_fields=["state", "posted_at", "edit"])
    return notice


def take_down_notice(*, by: Actor, pk: uuid.UUID) -> HonourNotice:
    """Take a notice down before it is decided; another one may be made."""
    with change(by=by, action="notice.take_down", object_id=pk):
        notice = _moved(by, pk, State.WITHDRAWN)
        notice.save(update_fields=["state", "edit"])
    return notice


def decide_notice(*, by: Actor, pk: uuid.UUID) -> HonourNotice:
    """Decide: the honour is given to the names that stand. TaoliError while the notice is still up, or while a remark
    has no answer.
    """
    with change(by=by, action="notice.decide", object_id=pk) as note:
        notice = _moved(by, pk, State.RESULT)
        if clock.today() <= notice.until:
            raise TaoliError(_("The notice is still up. It can be decided on the day after its last one."))
        if NoticeRemark.objects.of(by.school_id).filter(notice=notice, upheld=None).exists():
            raise TaoliError(_("A remark still waits for an answer."))
        notice.decided_at = clock.now()
        notice.save(update_fields=["state", "decided_at", "edit"])
        note.data |= {"names": len(standing(notice))}
    return notice


def note_remark(
    *, by: Actor, pk: uuid.UUID, came_on: dt.date, way: str, text: str, mentor_id: uuid.UUID | None
) -> NoticeRemark:
    """Note what somebody said by telephone or letter while the notice was up. TaoliError: it came in too late, too
    early, or concerns nobody of the notice.
    """
    with change(by=by, action="notice.remark", object_id=pk):
        notice = locked_notice(by, pk)
        if notice.state != State.POSTED:
            raise TaoliError(_("Remarks are noted while a notice is up and not decided."))
        if not notice.starts <= came_on <= notice.until:
            raise TaoliError(_("It came in outside the days of the notice. Please answer it outside of this list."))
        if came_on > clock.today():
            raise TaoliError(_("This day has not come yet."))
        if mentor_id and str(mentor_id) not in {one["mentor"] for one in notice.names}:
            raise TaoliError(_("This mentor is not on the notice."))
        row = NoticeRemark.objects.create(
            school_id=by.school_id,
            notice=notice,
            came_on=came_on,
            way=way,
            text=text,
            mentor_id=mentor_id,
            by=by.person_id,
        )
        notice.remarks += 1
        notice.save(update_fields=["remarks"])
    return row


def answer_remark(*, by: Actor, pk: uuid.UUID, remark_id: uuid.UUID, answer: str, upheld: bool) -> NoticeRemark:
    """Answer a remark; one that is right takes its mentor off the result. Nobody answers a remark on oneself."""
    with change(by=by, action="notice.answer", object_id=pk, upheld=upheld):
        notice = locked_notice(by, pk)
        row = NoticeRemark.objects.of(by.school_id).select_for_update().get(pk=remark_id, notice=notice)
        if notice.state != State.POSTED:
            raise TaoliError(_("This notice has been decided."))
        if row.mentor_id and row.mentor_id == by.person_id:
            raise TaoliError(_("This remark concerns you. Somebody else answers it."))
        if row.upheld is not None:
            raise ConflictError(_("Somebody has answered this remark already."))
        row.answer, row.upheld = answer, upheld
        row.answered_by, row.answered_at = by.person_id, clock.now()
        row.save(update_fields=["answer", "upheld", "answered_by", "answered_at"])
        if upheld and row.mentor_id:
            notice.left_out = sorted({*notice.left_out, str(row.mentor_id)})
            notice.save(update_fields=["left_out"])
    return row


def locked_notice(by: Actor, pk: uuid.UUID, edit: int | None = None) -> HonourNotice:
    """Return a notice of the school, locked; ConflictError when it is not as it was."""
    notice = HonourNotice.objects.of(by.school_id).select_for_update().get(pk=pk)
    if edit is not None and notice.edit != edit:
        raise ConflictError(_("Somebody changed the notice meanwhile. Please look at it again."))
    return notice


def _fresh(by: Actor, run: AppraisalRun, row: HonourRow) -> HonourNotice:
    names = names_of(run, row)
    if not names:
        raise TaoliError(_("Nobody has this honour yet, so there is nothing to put up."))
    return HonourNotice(
        school_id=by.school_id,
        run=run,
        honour=row.honour.key,
        label=row.honour.label,
        names=names,
        created_at=clock.now(),
    )


def _moved(by: Actor, pk: uuid.UUID, to: str) -> HonourNotice:
    notice = locked_notice(by, pk)
    if to not in NOTICE_MOVES[State(notice.state)]:
        raise ConflictError(_("That is not possible any more; please look at the notice again."))
    notice.state = to
    notice.edit += 1
    return notice


def _sensible(facts: NoticeFacts) -> None:
    if facts.until < facts.starts:
        raise TaoliError(_("The last day lies before the first."))
