"""A mentor's 优先 and 可以, and the word to the office. No button refuses a child."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, Coordination, MentorMark, MentorOffer, Wish
from taoli.matching.queries.steps import is_now

REASON = 300


def set_marks(*, by: Actor, offer_id: uuid.UUID, marks: Mapping[uuid.UUID, str]) -> int:
    """Write the marks (student → "first" or "fine") in the place of the mentor's earlier ones; returns how many.

    TaoliError: it is not the mentors' turn, or a student who did not wish for the mentor.
    """
    with change(by=by, action="mark.set", object_id=offer_id) as note:
        offer = _offer(by, offer_id)
        if set(marks) - _wished(offer):
            raise TaoliError(_("One of these students did not wish for this mentor. Please look again."))
        if set(marks.values()) - set(MentorMark.Mark.values):
            raise TaoliError(_("Please choose one of the two marks, or none."))
        MentorMark.objects.of(by.school_id).filter(round=offer.round, mentor_id=offer.staff_id).delete()
        MentorMark.objects.bulk_create(
            MentorMark(
                school_id=by.school_id, round=offer.round, mentor_id=offer.staff_id, student_id=student, mark=mark
            )
            for student, mark in marks.items()
        )
        offer.marked_at = clock.now()
        offer.save(update_fields=["marked_at"])
        note.data = {"count": len(marks)}
    return len(marks)


def ask_coordination(*, by: Actor, offer_id: uuid.UUID, student_id: uuid.UUID, reason: str) -> Coordination:
    """Ask the office to coordinate about a student who wished for the mentor; asking again replaces the reason.

    The reason stands in no audit row. TaoliError: not the mentors' turn, no reason, or not such a student.
    """
    if not reason.strip():
        raise TaoliError(_("Please say in a few words what the office should know."))
    with change(by=by, action="coordination.ask", object_id=offer_id):
        offer = _offer(by, offer_id)
        if student_id not in _wished(offer):
            raise TaoliError(_("One of these students did not wish for this mentor. Please look again."))
        rows = Coordination.objects.of(by.school_id)
        row = rows.filter(round=offer.round, mentor_id=offer.staff_id, student_id=student_id).first()
        row = row or Coordination(
            school_id=by.school_id, round=offer.round, mentor_id=offer.staff_id, student_id=student_id
        )
        row.reason, row.asked_at, row.settled_at = reason.strip()[:REASON], clock.now(), None
        row.save()
    return row


def settle_coordination(*, by: Actor, pk: uuid.UUID) -> Coordination:
    """Note that the office has settled what a mentor asked; what was done shows in rules, seats or a talk."""
    with change(by=by, action="coordination.settle", object_id=pk):
        row = Coordination.objects.of(by.school_id).get(pk=pk)
        row.settled_at = row.settled_at or clock.now()
        row.save(update_fields=["settled_at"])
    return row


def erase_coordinations(choice: ChoiceRound) -> int:
    """Erase what mentors told the office, because the round closes; in the caller's transaction."""
    gone, _kinds = Coordination.objects.of(choice.school_id).filter(round=choice).delete()
    return gone


def _offer(by: Actor, offer_id: uuid.UUID) -> MentorOffer:
    offer: MentorOffer = MentorOffer.objects.of(by.school_id).select_related("round").get(pk=offer_id)
    if offer.round.state == ChoiceRound.State.PUBLISHED or not is_now(offer.round, "mentor_choice"):
        raise TaoliError(_("Mentors cannot mark now: it is another step's turn."))
    return offer


def _wished(offer: MentorOffer) -> set[uuid.UUID]:
    rows = Wish.objects.of(offer.school_id).filter(round_id=offer.round_id, mentor_id=offer.staff_id)
    return set(rows.values_list("student_id", flat=True))
