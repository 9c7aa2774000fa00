"""Who reads what another school handed over."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_students

# Rows are students.
RECEIVED = policy(
    "handover.received",
    paths={Reach.OWN: own_students("mentor_id"), Reach.CLASS: "school_class_id"},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.MORAL_OFFICE: Reach.SCHOOL,
    },
)

# Rows are packages that have arrived: whom the office has named, and nobody else.
RESTRICTED = policy(
    "handover.restricted",
    paths={Reach.OWN: "named_id"},
    open={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
)

declare(
    "handover.Arrival",
    L2="id school package partner state way students person sha256 arrived_at reply_by expires_on decided_at "
    "decided_by receipt receipt_sent_at named opened_at edit",
    L3="reason",
    L4="data restricted",
)
declare(
    "handover.ReceivedStudent",
    L2="id school arrival student from_school received_on linked place entered_by",
    L3="strengths farewell farewell_by",
    L4="sealed_text sealed_reason",
)
declare("handover.ReceivedEntry", L2="id school received section title place on", L3="kind text by")
declare("handover.ReceivedFile", L2="id school entry name media_type size added_at", L3="data")
