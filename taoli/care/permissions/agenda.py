"""Whose list for the next class conference it is."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

# An own list: nobody else reads or changes it.
AGENDA = policy(
    "care.agenda",
    paths={Reach.OWN: "staff_id"},
    view={
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
)

declare("care.AgendaNote", L2="id school staff student noted_on crossed_at")
