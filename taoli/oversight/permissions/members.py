"""Who keeps the list of schools; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

MEMBER = policy(
    "oversight.member",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)

PERSON = policy(
    "oversight.person",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    edit={Role.OFFICER: Reach.SCHOOL},
)

declare(
    "oversight.Member",
    L2="id school code name sort_key district stages campuses hosted sign_key box_key compared_on compared_by "
    "counts_from address contact telephone joined_on left_on successor edit",
)
