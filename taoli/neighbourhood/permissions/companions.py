"""Who gives students to mentors from outside, and what these reach: their own pairings; data levels."""

import uuid

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.queries.fitness import VETTING_LASTS


def _running(school_id: int, person_id: uuid.UUID) -> Q:
    """Pairings of the person that run today, as long as the enquiry of the law is not older than a year."""
    today = clock.today()
    fresh = Q(staff__vetted_on__gte=today - VETTING_LASTS)
    lasting = Q(ends=None) | Q(ends__gte=today)
    return Q(school_id=school_id, staff_id=person_id, staff__left_on=None, starts__lte=today) & fresh & lasting


def _noted(school_id: int, person_id: uuid.UUID) -> Q:
    """Notes under the person's own running pairings; or about the person's own mentees."""
    today = clock.today()
    mine = Q(pair__staff_id=person_id, pair__staff__left_on=None, pair__starts__lte=today)
    mine &= Q(pair__staff__vetted_on__gte=today - VETTING_LASTS) & (Q(pair__ends=None) | Q(pair__ends__gte=today))
    return Q(school_id=school_id) & (mine | Q(pair__student__mentor_id=person_id))


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
