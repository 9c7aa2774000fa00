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
    return Q(school_id=school_id, staff_id=person_id, starts__lte=today) & fresh & lasting


COMPANION = policy(
    "neighbourhood.companion",
    paths={Reach.OWN: _running},
    own={Role.SOCIAL_MENTOR: Reach.OWN},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("neighbourhood.CompanionPair", L2="id school staff student purpose starts ends")
