"""Who runs the stations, and who meets the families: the staff of that station and nobody else; data levels."""

import uuid

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.neighbourhood.models import StationPost


def _posted(school_id: int, person_id: uuid.UUID) -> Q:
    return Q(pk__in=_posts(school_id, person_id))


def _of_posted(school_id: int, person_id: uuid.UUID) -> Q:
    return Q(station_id__in=_posts(school_id, person_id))


def _posts(school_id: int, person_id: uuid.UUID) -> "list[uuid.UUID]":
    """Return the stations where the person works today."""
    today = clock.today()
    rows = StationPost.objects.of(school_id).filter(staff_id=person_id, starts__lte=today)
    return list(rows.filter(Q(ends=None) | Q(ends__gte=today)).values_list("station_id", flat=True))


STATION = policy(
    "neighbourhood.station",
    paths={Reach.OWN: _posted},
    own={Role.STATION_STAFF: Reach.OWN, Role.OFFICER: Reach.SCHOOL},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)
APPOINTMENT = policy("neighbourhood.appointment", paths={Reach.OWN: _of_posted}, own={Role.STATION_STAFF: Reach.OWN})

declare("neighbourhood.Station", L2="id school name kind street address phone hours slots door closed_on edit")
declare("neighbourhood.StationPost", L2="id school station staff starts ends")
declare("neighbourhood.StationDuty", L2="id school station day hours social mentors")
declare(
    "neighbourhood.StationAppointment",
    L2="id school station topic wanted agreed by_phone state made_at settled_on erased_on edit",
    L3="called phone pupil_of question note told",
)
