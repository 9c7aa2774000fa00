"""Who writes, reads and confirms a career file; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

CAREER = policy(
    "evaluation.career",
    paths={Reach.OWN: "mentor_id"},
    own={Role.MENTOR: Reach.OWN},
    view={Role.MENTOR: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    list={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    confirm={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "evaluation.CareerEntry",
    L2="id school mentor happened_on kind text proof written_at confirmed_by confirmed_at",
)
