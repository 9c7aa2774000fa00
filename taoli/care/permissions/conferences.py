"""Data levels of conferences."""

from taoli.common.levels import declare

declare(
    "care.Conference",
    L2="id school kind state school_class grade title held_on place chair on_paper entered_at entered_by closed_at edit "
    "cancelled_because",
    L3="student summary",
)
declare(
    "care.ConferenceAction", L2="id school conference owner due_on done_on dropped_at", L3="student case text outcome"
)
