"""Who looks after the schools one exchanges packages with: the moral office. The keeper of the server does not: whoever
names a school's keys decides who reads of children.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

PARTNER = policy("handover.partner", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("handover.ExchangeKey", L2="id school sign_key box_key made_at", L4="sealed")
declare(
    "handover.Partner",
    L2="id school code name contact address sign_key box_key inside how verified_on verified_by added_at ended_at edit",
)
