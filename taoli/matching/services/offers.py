"""How many students each mentor of a round takes."""

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, MentorOffer


@dataclass(frozen=True, slots=True)
class NewOffer:
    """A mentor's bounds in students; an absent mentor gets nobody, `everywhere` also takes classes not taught."""

    minimum: int = 0
    target: int | None = None
    maximum: int = 0
    absent: bool = False
    everywhere: bool = False


def set_offers(*, by: Actor, round_id: uuid.UUID, offers: Mapping[uuid.UUID, NewOffer]) -> int:
    """Write the bounds of these mentors (staff id → offer); returns how many rows changed.

    TaoliError: a published round, or bounds out of order; nothing is written then.
    """
    with change(by=by, action="round.set_offers", object_id=round_id) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_for_update().get(pk=round_id)
        if choice.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("This round has been published."))
        rows = MentorOffer.objects.of(by.school_id).filter(round=choice).select_related("staff")
        changed = [row for row in rows if row.staff_id in offers and _take(row, offers[row.staff_id])]
        known = {row.staff_id for row in rows}
        MentorOffer.objects.of(by.school_id).bulk_update(
            changed, ["minimum", "target", "maximum", "absent", "everywhere"]
        )
        fresh = [_new(choice, staff, offer) for staff, offer in offers.items() if staff not in known]
        MentorOffer.objects.bulk_create(fresh)
        note.data = {"changed": len(changed) + len(fresh)}
    return len(changed) + len(fresh)


def _new(choice: ChoiceRound, staff_id: uuid.UUID, offer: NewOffer) -> MentorOffer:
    row = MentorOffer(school_id=choice.school_id, round=choice, staff_id=staff_id)
    _take(row, offer)
    return row


def _take(row: MentorOffer, offer: NewOffer) -> bool:
    known = [bound for bound in (offer.minimum, offer.target, offer.maximum) if bound is not None]
    if known != sorted(known):
        raise TaoliError(_("%(name)s: at least, aim and at most must not cross.") % {"name": row.staff.name})
    given = dataclasses.asdict(offer)
    before = {name: getattr(row, name) for name in given}
    for name, value in given.items():
        setattr(row, name, value)
    return before != given
