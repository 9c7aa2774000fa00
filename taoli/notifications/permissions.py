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
        Role.COUNSELLOR: Reach.OWN,
        Role.ADMIN: Reach.OWN,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
        Role.SOCIAL_MENTOR: Reach.OWN,
        Role.OFFICER: Reach.OWN,
        Role.REVIEWER: Reach.OWN,
        Role.STATION_STAFF: Reach.OWN,
    },
)

# The channels to the outside are the keeper's and the office's; persons' addresses, like telephones, the office's only.
CHANNEL = policy(
    "notifications.channel",
    paths={},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL},
)
ADDRESS = policy("notifications.address", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})
# That messages left and why not; never what they were about.
DELIVERY = policy(
    "notifications.delivery",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL},
    repeat={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL},
)

SLIP = policy("notifications.slip", paths={}, print={Role.MORAL_OFFICE: Reach.SCHOOL})

declare(
    "notifications.Notice",
    L2="id school receiver_kind receiver_id kind about params link made_at due_at settled_at read_at",
)
declare("notifications.Delivery", L2="id school notice channel at message")
declare(
    "notifications.NoticeChannel",
    L2="id school code on values site token_until rests_until trouble",
    L4="secret token",
)
declare("notifications.NoticeAddress", L2="id school person_kind person_id channel", L3="value")
declare("notifications.NoticeHabit", L2="id school person_id digest_at evenings")
declare(
    "notifications.NoticeMessage",
    L2="id school person_kind person_id channel safety state made_at due_at kind count said_at claimed_at tries "
    "settled_at reason",
)
declare("notifications.DeliveryTry", L2="id school message at outcome code reference")
declare("notifications.Quiet", L2="id school person_id channel kind")
