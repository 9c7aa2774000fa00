"""Who sends and receives packages, who is told what is lacking, who writes a word to the next mentor."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

OFFICE = {Role.MORAL_OFFICE: Reach.SCHOOL}

# Anywhere in the school. lacking: which students have left without a package; no text.
PACKAGE = policy(
    "handover.package",
    paths={},
    send=OFFICE,
    receive=OFFICE,
    lacking={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)

# Rows are words that were asked for: whoever was asked, also when the student has left meanwhile.
FAREWELL = policy("handover.farewell", paths={Reach.OWN: "staff_id"}, write={Role.MENTOR: Reach.OWN})

declare(
    "handover.Package",
    L2="id school partner scope title person state made_at made_by sent_at reply_by expires_on size sha256 "
    "code_shown_at delivered_at answered_at answered_by receipt edit",
    L3="lacking_reason answer",
    L4="data sealed_code",
)
declare(
    "handover.PackageStudent",
    L2="id school package student",
    L3="attention_until",
    L4="sealed_attention sealed_text sealed_reason",
)
declare("handover.Farewell", L2="id school student staff asked_at written_at closed_at edit", L3="text")
