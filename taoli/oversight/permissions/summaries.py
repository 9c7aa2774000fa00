"""Who sees what a school hands in, before it goes: the school itself; data levels.

What a bureau has received has no page: it is read by the release alone. Its intake shows which school handed in which
week, and no number.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

HANDED_IN = policy(
    "oversight.handed_in",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    send={Role.MORAL_OFFICE: Reach.SCHOOL},
)

INTAKE = policy(
    "oversight.intake",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    take={Role.OFFICER: Reach.SCHOOL},
)

declare("oversight.SentSummary", L2="id school week seq document sha256 signature made_at sent_at answers")
declare("oversight.BureauLink", L2="id school name code address edit")
declare("oversight.ReceivedSummary", L2="id school member week seq document sha256 received_at late")
