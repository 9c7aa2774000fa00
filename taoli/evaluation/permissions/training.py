"""Who notes training and who sees the own hours; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.permissions.notices import STAFF_ROLES

TRAINING = policy(
    "evaluation.training",
    paths={Reach.OWN: "staff_id"},
    own=dict.fromkeys(STAFF_ROLES, Reach.OWN),
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("evaluation.TrainingSession", L2="id school held_on theme kind hours speaker mentor place origin edit")
declare("evaluation.TrainingPart", L2="id school session staff hours signed")
