"""Reviewers judge, or say that they cannot; officers note who is tied to which school."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.stars import assign
from taoli.oversight.models import Member, StarEntry, StarReview, StarRound, StarTie
from taoli.oversight.queries.stars import EACH, entry_rows, is_tied, level_of, own_review, reviewers, shut_out
from taoli.roster.models import Staff

MOST = 10


def submit_review(*, by: Actor, entry_id: uuid.UUID, scores: Mapping[str, tuple[int, str]]) -> StarReview:
    """Give 0 to 10 with a sentence for every criterion, once. TaoliError: a tie to the school, a criterion missing or
    without a sentence; ConflictError: it is in already.
    """
    refuse_tied(by, entry_id)
    review = own_review(by, entry_id)
    level = level_of(review.entry.round, review.entry.level)
    keys = {one.key for one in level.criteria} if level else set()
    if scores.keys() != keys or any(not 0 <= points <= MOST or not said for points, said in scores.values()):
        raise TaoliError(_("Please give every criterion 0 to 10 points and a sentence."))
    with change(by=by, action="star_review.submit", object_id=entry_id):
        row = StarReview.objects.of(by.school_id).select_for_update().get(pk=review.pk)
        if row.submitted_at:
            raise ConflictError(_("This review is in already and does not change any more."))
        row.scores = {key: list(said) for key, said in scores.items()}
        row.submitted_at = clock.now()
        row.save()
    return row


def declare_conflict(*, by: Actor, entry_id: uuid.UUID) -> None:
    """Step back from an application; somebody else who is free of ties is drawn in one's place, if there is one."""
    review = own_review(by, entry_id)
    with change(by=by, action="star_review.declare", object_id=entry_id):
        row = StarReview.objects.of(by.school_id).select_for_update().get(pk=review.pk)
        if row.submitted_at:
            raise ConflictError(_("This review is in already and does not change any more."))
        row.declared_at = clock.now()
        row.save()
        _somebody_else(by, review.entry, review.entry.round.seed)


def fill_reviews(*, by: Actor, pk: uuid.UUID) -> int:
    """Draw whoever is missing where an application of a round has fewer than two reviewers; return how many were drawn.

    ConflictError: it is not under review; TaoliError: nobody is free of ties and conflicts who has not been drawn yet.
    """
    with change(by=by, action="star_review.fill", object_id=pk) as note:
        row = StarRound.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.state != StarRound.State.REVIEW:
            raise ConflictError(_("That is not possible any more; please look at the round again."))
        missing = [one.row for one in entry_rows(row) for _each in range(EACH - len(one.reviews))]
        drawn = sum(_somebody_else(by, entry, row.seed) for entry in missing)
        if missing and not drawn:
            raise TaoliError(_("Nobody is free who could review it. Please name more reviewers first."))
        note.data["drawn"] = drawn
    return drawn


def refuse_tied(by: Actor, entry_id: uuid.UUID) -> None:
    """TaoliError: the reviewer comes from the applicant's school, or is tied to it in another way."""
    if is_tied(by, entry_id):
        raise TaoliError(_("This application is from a school you are tied to. Somebody else reviews it."))


def set_tie(*, by: Actor, reviewer_id: uuid.UUID, member_id: uuid.UUID, kind: str) -> StarTie:
    """Note that a reviewer does not review applications of a school: in a round under review what was assigned there is
    seen no more, what was written counts no more, and somebody else is drawn.
    """
    with change(by=by, action="star_tie.set", object_id=reviewer_id, kind=kind) as note:
        reviewer = next((one for one in reviewers(by.school_id) if one.pk == reviewer_id), None)
        member = Member.objects.of(by.school_id).filter(pk=member_id).first()
        if reviewer is None or member is None:
            raise TaoliError(_("Please choose a reviewer and a school of the area."))
        row, _new = StarTie.objects.of(by.school_id).update_or_create(
            school_id=by.school_id, reviewer=reviewer, member=member, defaults={"kind": kind, "ended_on": None}
        )
        note.data["replaced"] = _replace(by, reviewer, member)
    return row


def end_tie(*, by: Actor, pk: uuid.UUID) -> None:
    """Note that a tie has ended; nothing that was declared before changes."""
    with change(by=by, action="star_tie.end", object_id=pk):
        if not StarTie.objects.of(by.school_id).filter(pk=pk, ended_on=None).update(ended_on=clock.today()):
            raise ConflictError(_("This tie has ended already."))


def _replace(by: Actor, reviewer: Staff, member: Member) -> int:
    rows = StarReview.objects.of(by.school_id).filter(
        reviewer=reviewer, entry__member=member, entry__round__state=StarRound.State.REVIEW, declared_at=None
    )
    found = list(rows.select_related("entry__round"))
    for row in found:
        row.declared_at = clock.now()
        row.save()
        _somebody_else(by, row.entry, row.entry.round.seed)
    return len(found)


def _somebody_else(by: Actor, entry: StarEntry, seed: str) -> bool:
    taken = StarReview.objects.of(by.school_id).filter(entry=entry).values_list("reviewer_id", flat=True)
    there, key = {str(pk) for pk in taken}, str(entry.pk)
    free = {who: shut for who, shut in shut_out(by.school_id).items() if who not in there}
    drawn = assign({key: str(entry.member_id)}, free, 1, seed)[key]
    for who in drawn:
        StarReview.objects.create(
            school_id=by.school_id, entry=entry, reviewer_id=uuid.UUID(who), assigned_at=clock.now()
        )
    return bool(drawn)
