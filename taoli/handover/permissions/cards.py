"""Who prints the card for the next school, and types the one of the school before."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

# Rows are students.
CARD = policy(
    "handover.card",
    paths={Reach.CLASS: "school_class_id"},
    issue={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "handover.BridgeCard",
    L2="id school student code to_school printed_at printed_by received_on received_by typed_at",
    L3="wish",
)
