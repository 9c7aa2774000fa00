"""Changes of year are the office's; leaders may look."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

YEAR_CHANGE = policy(
    "handover.year_change",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "handover.YearChange",
    L2="id school state term_name starts ends on pairings teaching leads seen counts made_at checked_at applied_at "
    "applied_by undone_at edit",
    L3="before",
)
declare("handover.YearClass", L2="id school change school_class way grade_name target")
declare("handover.YearException", L2="id school change student way target", L3="reason")
