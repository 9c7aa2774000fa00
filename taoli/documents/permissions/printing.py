"""Who prints many sheets at once, and who agrees to it; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

PRINTING = policy(
    "documents.printing",
    paths={Reach.OWN: "asked_by"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.ASSESSOR: Reach.OWN,
    },
    agree={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)

declare(
    "documents.PrintJob",
    L2="id school form term place ids shape state reason job asked_by asked_account asked_name asked_at second_by "
    "second_name second_at made_at sheets size",
)
