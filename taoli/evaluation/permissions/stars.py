"""Who applies for stars and who reviews: an own application is the mentor's; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

STAR = policy(
    "evaluation.star",
    paths={Reach.OWN: "mentor_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    apply={Role.MENTOR: Reach.OWN},
    review={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
)

LADDER = policy("evaluation.ladder", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("evaluation.StarLadder", L1="id school label levels edit")
declare(
    "evaluation.StarApplication",
    L2="id school run mentor honour level state sent_at reviewed_by reviewed_at edit",
    L3="met evidence words answer",
)
