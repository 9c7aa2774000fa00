"""A school hands in its weekly summary: made in its own fence, signed with its key, brought to every bureau above."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.calendar import monday
from taoli.engine.summary import Summary, digest, packed, sign
from taoli.handover.queries.keys import own_keys
from taoli.handover.services.keys import ensure_keys
from taoli.notifications.channels import net
from taoli.notifications.channels.ways import RefusedError as Unreached
from taoli.oversight.models import BureauLink, SentSummary
from taoli.oversight.queries.figures import figures_of
from taoli.oversight.queries.handed_in import link_of
from taoli.oversight.services.news import tell_of_key
from taoli.oversight.services.taking_in import Key, RefusedError, take_in

DOOR = "/oversight/receive/"
TAKEN, UNREACHED = "taken", "unreached"
KEY_WANTED = ("unknown_school", "key_not_compared")  # the bureau has no card yet, or has not compared its digits
ARRIVED = frozenset({TAKEN, "received_before"})
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a bureau said: `code` is "taken", "unreached" or a finding's."""

    bureau: str
    code: str
    why: str = ""


def last_week() -> dt.date:
    """Return the Monday of the last whole week."""
    return monday(clock.today()) - WEEK


def make_summary(*, by: Actor, week: dt.date) -> Summary:
    """Reckon the school's summary of a week, with the next place in its chain; nothing is kept.

    TaoliError: no Monday, or a week that has not begun.
    """
    if week.weekday() or week > clock.today():
        raise TaoliError(_("Please choose a Monday that has come."))
    last = _last(by.school_id)
    return figures_of(by.school_id, week, seq=last.seq + 1 if last else 1, previous=last.sha256 if last else "")


def hand_in(*, by: Actor, summary: Summary) -> SentSummary:
    """Sign a summary, keep it word by word and bring it to every bureau above the school.

    TaoliError: another one was handed in since it was made. A bureau that refuses or cannot be reached does not undo
    it: its answer is kept with the row, and `deliver` tries again.
    """
    row = keep(by=by, summary=summary)
    deliver(by=by, pk=row.pk)
    row.refresh_from_db()
    return row


def keep(*, by: Actor, summary: Summary) -> SentSummary:
    """Sign a summary and keep it, in the school's own transaction; nothing leaves the school yet."""
    ensure_keys(by=by)
    document = summary.model_dump(mode="json")
    signed = sign(own_keys(by.school_id).sign, document)
    with change(by=by, action="summary.hand_in", week=summary.week.isoformat(), seq=summary.seq) as note:
        last = _last(by.school_id)
        if summary.seq != (last.seq + 1 if last else 1):
            raise TaoliError(_("Another summary has been handed in meanwhile. Please look again."))
        row = SentSummary.objects.create(
            school_id=by.school_id,
            week=summary.week,
            seq=summary.seq,
            document=document,
            sha256=digest(document),
            signature=signed,
            made_at=summary.made_at,
        )
        note.object_id = row.pk
    return row


def bring(*, by: Actor) -> list[Answer]:
    """Bring all that has not arrived everywhere yet."""
    last = _last(by.school_id)
    return deliver(by=by, pk=last.pk) if last else []


def hand_in_week(*, by: Actor, week: dt.date | None = None, again: bool = False) -> SentSummary:
    """Make and hand in the summary of a week (the last whole one); what has been handed in of it stands, unless
    `again` asks for a later one. What a bureau has not got yet is brought again.
    """
    wanted = week or last_week()
    rows = SentSummary.objects.of(by.school_id).filter(week=wanted)
    known = rows.order_by("-seq").first()
    if known is None or again:
        return hand_in(by=by, summary=make_summary(by=by, week=wanted))
    if known.sent_at is None:
        deliver(by=by, pk=known.pk)
        known.refresh_from_db()
    return known


def deliver(*, by: Actor, pk: uuid.UUID) -> list[Answer]:
    """Bring a summary, and before it those that have not arrived yet, to the bureaus above; each in its own fence.

    May be repeated: what has arrived is not kept twice.
    """
    row = SentSummary.objects.of(by.school_id).get(pk=pk)
    answers: list[Answer] = []
    for one in _waiting(row):
        outside = list(_outside(by.school_id, one))
        answers = [*_inside(by.school_id, one), *outside]
        if [answer.code for answer in answers] == [told["code"] for told in one.answers]:
            continue  # tried every hour: nothing new is no news
        with change(by=by, action="summary.deliver", object_id=one.pk) as note:
            note.data["answers"] = [answer.code for answer in answers]
            SentSummary.objects.of(by.school_id).filter(pk=one.pk).update(
                answers=_kept(answers), sent_at=clock.now() if _arrived(answers) else None
            )
            for answer in outside:
                if answer.code in KEY_WANTED:
                    tell_of_key(school_id=by.school_id, bureau=answer.bureau, code=answer.code)
    return answers


def file_of(row: SentSummary) -> bytes:
    """Return the file a bureau takes in."""
    return packed(row.document, row.signature)


def _last(school_id: int) -> SentSummary | None:
    return SentSummary.objects.of(school_id).order_by("-seq").first()


def _waiting(row: SentSummary) -> list[SentSummary]:
    """Earlier ones that no bureau has answered with yes yet, in their order, then the row itself."""
    rows = SentSummary.objects.of(row.school_id).filter(seq__lt=row.seq, sent_at=None)
    return [*rows.order_by("seq"), row]


def _inside(school_id: int, row: SentSummary) -> Iterable[Answer]:
    keys = ensure_keys(by=system(school_id))
    vouched = Key(school_id, keys.sign_key, keys.box_key)
    data = file_of(row)
    for bureau in bureaus_above(school_id):
        try:
            take_in(bureau.pk, data, vouched=vouched)
        except RefusedError as refusal:
            yield Answer(bureau.name, refusal.code, str(refusal))
        else:
            yield Answer(bureau.name, TAKEN)


def _outside(school_id: int, row: SentSummary) -> Iterable[Answer]:
    link = link_of(school_id)
    if link is not None and link.address:
        yield post(link, file_of(row))


def post(link: BureauLink, data: bytes) -> Answer:
    """Post what is handed in to the bureau's own Taoli; its answer, or that it could not be reached."""
    host = urlsplit(link.address).hostname or ""
    try:
        answer = net.post(f"{link.address}{DOOR}{link.code}/", data, hosts={host})
    except Unreached:
        return Answer(link.name, UNREACHED, _("The bureau's Taoli could not be reached; it is tried again."))
    code = str(answer.body.get("code", "refused"))[:30]
    return Answer(link.name, code, str(answer.body.get("why", ""))[:400])


def _kept(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    at = clock.now().isoformat(timespec="seconds")
    return [{"bureau": one.bureau, "code": one.code, "why": one.why, "at": at} for one in answers]


def _arrived(answers: list[Answer]) -> bool:
    return bool(answers) and all(one.code in ARRIVED for one in answers)
