"""Who drafts, judges, publishes and sees an appraisal; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

APPRAISAL = policy(
    "evaluation.appraisal",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL, Role.ASSESSOR: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
    tick={Role.ASSESSOR: Reach.SCHOOL, Role.MORAL_OFFICE: Reach.SCHOOL},
)

SHEET = policy(
    "evaluation.sheet",
    paths={Reach.OWN: "mentor_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    own={Role.MENTOR: Reach.OWN},
)

declare("evaluation.AppraisalRun", L2="id school term scheme state created_at drafted_at published_at checksum edit")
declare("evaluation.AppraisalSheet", L2="id school run mentor mentees classes units", L3="items total full rescaled")
declare("evaluation.AssessorTick", L2="id school run mentor item by at", L3="good points")
