"""Who sets and sees the allowance and the workload; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

PAY = policy(
    "evaluation.pay",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("evaluation.AllowanceSetting", L2="id school term kind amount times_factor edit")
