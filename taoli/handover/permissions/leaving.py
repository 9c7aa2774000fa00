"""Who has left and why: the office; the homeroom teacher and the grade lead read it of their own students."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

LEAVING = policy(
    "handover.leaving",
    paths={Reach.CLASS: "school_class_id", Reach.GRADE: "school_class__grade_id"},
    view={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "handover.Leaving",
    L2="id school student school_class pairing last until ended entered_at entered_by returned_on undone_at",
    L3="reason note before",
)
