"""Who keeps the places to learn, who books them; the joint meeting; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

RESOURCE = policy(
    "neighbourhood.resource", paths={}, view={Role.OFFICER: Reach.SCHOOL}, edit={Role.OFFICER: Reach.SCHOOL}
)
JOINT = policy("neighbourhood.joint", paths={}, view={Role.OFFICER: Reach.SCHOOL}, edit={Role.OFFICER: Reach.SCHOOL})
VISIT = policy(
    "neighbourhood.visit",
    paths={Reach.OWN: "teacher_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
    },
)

declare(
    "neighbourhood.Resource",
    L2="id school name kind theme ages capacity contact address weekdays safety published edit",
)
declare(
    "neighbourhood.ResourceBooking",
    L2="id school resource reference from_school school_name room day number teacher state answer useful remark "
    "made_at",
)
declare(
    "neighbourhood.ResourceVisit",
    L2="id school bureau resource name school_class teacher day number state answer useful remark made_at",
)
declare("neighbourhood.JointMember", L2="id school department person phone")
declare("neighbourhood.JointMeeting", L2="id school theme held_on at place edit")
declare("neighbourhood.JointDecision", L2="id school meeting who what until order")
