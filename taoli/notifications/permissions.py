"""Everybody reads the own notices and nobody else's; slips on paper are the office's. Data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

NOTICE = policy(
    "notifications.notice",
    paths={Reach.OWN: "receiver_id", Reach.SELF: "receiver_id", Reach.CHILD: "receiver_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.ASSESSOR: Reach.OWN,
        Role.ADMIN: Reach.OWN,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
)

SLIP = policy("notifications.slip", paths={}, print={Role.MORAL_OFFICE: Reach.SCHOOL})

declare(
    "notifications.Notice",
    L2="id school receiver_kind receiver_id kind about params link made_at due_at settled_at read_at",
)
declare("notifications.Delivery", L2="id school notice channel at")
declare("notifications.Quiet", L2="id school person_id channel kind")
