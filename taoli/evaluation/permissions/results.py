"""Who sees the results of surveys and reviews their free texts."""

from taoli.common.policy import Reach, Role, policy

RESULT = policy(
    "evaluation.result",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
)

COMMENT = policy("evaluation.comment", paths={}, review={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL})
