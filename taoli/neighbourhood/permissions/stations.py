"""Who runs the stations; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

STATION = policy(
    "neighbourhood.station",
    paths={Reach.OWN: "posts__staff_id"},
    own={Role.STATION_STAFF: Reach.OWN, Role.OFFICER: Reach.SCHOOL},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)

declare("neighbourhood.Station", L1="id school name kind street address phone hours closed_on edit")
declare("neighbourhood.StationPost", L2="id school station staff starts ends")
