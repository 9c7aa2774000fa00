"""Who objects to a sheet and who answers; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

# A homeroom teacher judges items and answers no objection: who gave the points does not decide about them.
OBJECTION = policy(
    "evaluation.objection",
    paths={Reach.OWN: "sheet__mentor_id"},
    view={Role.MENTOR: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
    write={Role.MENTOR: Reach.OWN},
    answer={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
)

declare(
    "evaluation.Objection",
    L2="id school sheet item state raised_at changed answered_by answered_at edit",
    L3="text records answer before after",
)
