"""Who makes a bureau's base scheme, and who answers to it in a school; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

BASE = policy(
    "oversight.base",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)
PROPOSAL = policy(
    "oversight.proposal",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    answer={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("oversight.BaseDraft", L1="title text marks", L2="id school follows begun_at edit")
declare("oversight.BaseAnswer", L2="id school member version state reason paths at")
