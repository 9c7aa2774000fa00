"""Who sees what a school hands in, before it goes: the school itself; data levels.

What a bureau has received has no page and so no policy: it is read by the release alone.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

HANDED_IN = policy(
    "oversight.handed_in",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    send={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("oversight.SentSummary", L2="id school week seq document sha256 signature made_at sent_at")
declare("oversight.ReceivedSummary", L2="id school member week seq document sha256 received_at late")
