"""What a mentor tells the students of a round: who one is, what one helps with, when and where one is met."""

import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, MentorOffer


@dataclass(frozen=True, slots=True)
class Introduction:
    """What students read of a mentor; `maximum`: how many one takes, None to leave the number as it is."""

    introduction: str
    subjects: str = ""
    places: str = ""
    maximum: int | None = None


def set_introduction(*, by: Actor, offer_id: uuid.UUID, given: Introduction) -> MentorOffer:
    """Write what students read of a mentor; TaoliError: a published round, or fewer than the least number."""
    with change(by=by, action="offer.introduce", object_id=offer_id):
        offer = MentorOffer.objects.of(by.school_id).select_related("round").get(pk=offer_id)
        if offer.round.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("This round has been published."))
        if given.maximum is not None and given.maximum < offer.minimum:
            raise TaoliError(_("At least %(least)s students are agreed for you.") % {"least": offer.minimum})
        offer.introduction = given.introduction.strip()
        offer.subjects, offer.places = given.subjects.strip(), given.places.strip()
        offer.maximum = offer.maximum if given.maximum is None else given.maximum
        offer.introduced_at = clock.now()
        offer.save(update_fields=["introduction", "subjects", "places", "maximum", "introduced_at"])
    return offer
