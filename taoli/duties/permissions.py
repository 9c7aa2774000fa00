"""Who sees how far the requirements are met; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

COVERAGE = policy(
    "duties.coverage",
    paths={Reach.OWN: "mentor_id", Reach.GRADE: "grade_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

declare(
    "duties.Act",
    L2="id school occasion source source_id kind channel made mentor student group_id held_on entered_on minutes "
    "theme planned refused size",
)
declare(
    "duties.DutyCell",
    L2="id school term scheme duty subject_kind subject_id mentor pairing_id school_class grade period starts due "
    "needed done exempt acts",
)
declare("duties.MentorRollup", L2="id school term mentor grade_id duty period cells met starts due")
declare("duties.WeekRollup", L2="id school week mentor acts students")
declare("duties.CellState", L2="id school term mentor fingerprint")
