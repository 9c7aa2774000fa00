"""A bureau's round of star mentors: prepared, opened, reviewed, put up, decided; awards, withdrawn ones too."""

import datetime as dt
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.stars import assign
from taoli.oversight.models import STAR_ROUND_MOVES, StarEntry, StarRemark, StarReview, StarRound
from taoli.oversight.queries.stars import EACH, entry_rows, proposed, shut_out

State = StarRound.State


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What the officer says of a round; `levels` as `StarRound.levels`."""

    title: str
    kind: str
    levels: Sequence[dict[str, Any]]
    needs_below: bool
    apply_until: dt.date
    review_until: dt.date
    notice_days: int
    valid_years: int
    telephone: str
    mailbox: str


def keep_round(*, by: Actor, facts: RoundFacts, pk: uuid.UUID | None = None, edit: int = 0) -> StarRound:
    """Make a round, or change one that is still being prepared.

    TaoliError: days the wrong way round, or it is open already; ConflictError: somebody changed it meanwhile.
    """
    if facts.review_until <= facts.apply_until:
        raise TaoliError(_("Reviews end after the applications, not before."))
    with change(by=by, action="star_round.keep") as note:
        row = _locked(by, pk) if pk else StarRound(school_id=by.school_id)
        if row.edit != edit:
            raise ConflictError(_("Somebody changed the round meanwhile. Please look at it again."))
        if row.state != State.DRAFT:
            raise TaoliError(_("This round is published and does not change any more."))
        for name in RoundFacts.__slots__:
            setattr(row, name, getattr(facts, name))
        row.levels, row.edit = list(facts.levels), row.edit + 1
        row.save()
        note.object_id = row.pk
    return row


def open_round(*, by: Actor, pk: uuid.UUID) -> StarRound:
    """Publish a round: the schools of the area see it and their mentors apply."""
    with change(by=by, action="star_round.open", object_id=pk):
        row = _moved(by, pk, State.OPEN)
        if row.apply_until < clock.today():
            raise TaoliError(_("The last day for applications has passed already."))
        row.save()
    return row


def begin_review(*, by: Actor, pk: uuid.UUID, seed: str = "") -> StarRound:
    """End the applications and draw the reviewers by a seed, ties shut out; TaoliError: an application would have fewer
    than two reviewers.
    """
    with change(by=by, action="star_round.review", object_id=pk) as note:
        row = _moved(by, pk, State.REVIEW)
        row.seed = seed or secrets.token_hex(8)
        entries = {str(one.pk): str(one.member_id) for one in StarEntry.objects.of(by.school_id).filter(round=row)}
        if not entries:
            raise TaoliError(_("No application has come in yet."))
        drawn = assign(entries, shut_out(by.school_id), EACH, row.seed)
        lacking = sum(1 for people in drawn.values() if len(people) < EACH)
        if lacking:
            raise TaoliError(
                ngettext(
                    "%(n)s application would have fewer than two reviewers. Please name more reviewers.",
                    "%(n)s applications would have fewer than two reviewers. Please name more reviewers.",
                    lacking,
                )
                % {"n": lacking}
            )
        row.save()
        known = {"school_id": by.school_id, "assigned_at": clock.now()}
        StarReview.objects.bulk_create(
            StarReview(entry_id=entry, reviewer_id=who, **known) for entry, people in drawn.items() for who in people
        )
        note.data |= {"entries": len(entries), "seed": row.seed}
    return row


def put_up(*, by: Actor, pk: uuid.UUID) -> StarRound:
    """End the reviews and put up the names that meet the criteria; TaoliError while a review is missing."""
    with change(by=by, action="star_round.notice", object_id=pk) as note:
        row = _moved(by, pk, State.NOTICE)
        rows = entry_rows(row)
        if any(one.judged is None for one in rows):
            raise TaoliError(_("A review is still missing. The notice can go up once all of them are in."))
        names = proposed(row, rows)
        if not names:
            raise TaoliError(_("No application meets the criteria, so there is nobody to put up."))
        StarEntry.objects.of(by.school_id).filter(pk__in=names).update(chosen=True)
        row.notice_from = clock.today()
        row.notice_until = _workday_after(row.notice_from, row.notice_days)
        row.save()
        note.data |= {"names": len(names)}
    return row


def close_round(*, by: Actor, pk: uuid.UUID) -> StarRound:
    """Take the result off the wall (what was recognised stays, and its codes), or end a round that came to nothing.

    TaoliError: an application waits for the reviews, or meets the criteria.
    """
    with change(by=by, action="star_round.close", object_id=pk):
        before = _locked(by, pk)
        row = _moved(by, pk, State.CLOSED)
        if _undecided(before):
            raise TaoliError(_("Applications still wait for their decision, so the round goes on."))
        row.save()
    return row


def note_star_remark(*, by: Actor, pk: uuid.UUID, entry_id: uuid.UUID, came_on: dt.date, way: str, text: str) -> None:
    """Note what somebody said of a name while the notice was up; TaoliError: outside its days, or of nobody on it."""
    with change(by=by, action="star_round.remark", object_id=pk):
        row = _locked(by, pk)
        if row.state != State.NOTICE or row.notice_from is None or row.notice_until is None:
            raise TaoliError(_("Remarks are noted while the notice is up and not decided."))
        if not row.notice_from <= came_on <= min(row.notice_until, clock.today()):
            raise TaoliError(_("It came in outside the days of the notice. Please answer it outside of this list."))
        if not StarEntry.objects.of(by.school_id).filter(round=row, pk=entry_id, chosen=True).exists():
            raise TaoliError(_("This name is not on the notice."))
        StarRemark.objects.create(school_id=by.school_id, entry_id=entry_id, came_on=came_on, way=way, text=text)


def answer_star_remark(*, by: Actor, pk: uuid.UUID, remark_id: uuid.UUID, answer: str, upheld: bool) -> None:
    """Answer a remark; one that was right takes the name off the result."""
    with change(by=by, action="star_round.answer", object_id=pk, upheld=upheld):
        row = _locked(by, pk)
        if row.state != State.NOTICE:
            raise TaoliError(_("This round has been decided."))
        remarks = StarRemark.objects.of(by.school_id).select_for_update()
        remark = remarks.filter(pk=remark_id, entry__round=row).first()
        if remark is None or remark.upheld is not None:
            raise ConflictError(_("Somebody has answered this remark already."))
        remark.answer, remark.upheld, remark.answered_at = answer, upheld, clock.now()
        remark.save()
        if upheld:
            StarEntry.objects.of(by.school_id).filter(pk=remark.entry_id).update(left_out=True)


def locked_round(by: Actor, pk: uuid.UUID, to: str) -> StarRound:
    """Return a round on its way to the next state, locked; ConflictError when it is not there to be moved."""
    return _moved(by, pk, to)


def _undecided(row: StarRound) -> bool:
    rows = entry_rows(row)
    if row.state == State.OPEN:
        return bool(rows)
    return row.state == State.REVIEW and (any(one.judged is None for one in rows) or bool(proposed(row, rows)))


def _locked(by: Actor, pk: uuid.UUID) -> StarRound:
    return StarRound.objects.of(by.school_id).select_for_update().get(pk=pk)


def _moved(by: Actor, pk: uuid.UUID, to: str) -> StarRound:
    row = _locked(by, pk)
    if to not in STAR_ROUND_MOVES[State(row.state)]:
        raise ConflictError(_("That is not possible any more; please look at the round again."))
    row.state = to
    row.edit += 1
    return row


def _workday_after(first: dt.date, days: int) -> dt.date:
    """The last of so many weekdays from a day on; a bureau keeps no calendar of holidays."""
    day, left = first, days - (first.weekday() < 5)  # noqa: PLR2004 Monday to Friday
    while left > 0:
        day += dt.timedelta(days=1)
        left -= day.weekday() < 5  # noqa: PLR2004
    return day
