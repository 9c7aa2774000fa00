"""Who gives students to mentors from outside, and what these reach: their own pairings; data levels."""

import uuid

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.queries.fitness import VETTING_LASTS


def _running(school_id: int, person_id: uuid.UUID) -> Q:
    return Q(school_id=school_id) & _live(person_id)


def _noted(school_id: int, person_id: uuid.UUID) -> Q:
    """Notes under the person's own running pairings; or about the person's own mentees."""
    return Q(school_id=school_id) & (_live(person_id, "pair__") | Q(pair__student__mentor_id=person_id))


def _live(person_id: uuid.UUID, at: str = "") -> Q:
    """Pairings of the person that run today: both are at the school and the enquiry is not older than a year."""
    today = clock.today()
    told = {
        "staff_id": person_id,
        "staff__left_on": None,
        "staff__vetted_on__gte": today - VETTING_LASTS,
        "student__left_on": None,
        "starts__lte": today,
    }
    lasting = Q(**{f"{at}ends": None}) | Q(**{f"{at}ends__gte": today})
    return Q(**{f"{at}{name}": value for name, value in told.items()}) & lasting


COMPANION = policy(
    "neighbourhood.companion",
    paths={Reach.OWN: _running},
    own={Role.SOCIAL_MENTOR: Reach.OWN},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)
COMPANION_NOTE = policy(
    "neighbourhood.companion_note",
    paths={Reach.OWN: _noted, Reach.CLASS: "pair__student__school_class_id"},
    own={Role.SOCIAL_MENTOR: Reach.OWN},
    view={Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("neighbourhood.CompanionPair", L2="id school staff student purpose starts ends consent_on consent_by")
declare("neighbourhood.CompanionNote", L2="id school pair held_on kind written_at", L3="text")
