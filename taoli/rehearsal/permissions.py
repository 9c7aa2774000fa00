"""Who rehearses a scheme and who reads the report; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

REHEARSAL = policy(
    "rehearsal.rehearsal",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "rehearsal.Rehearsal",
    L1="scheme_key title version source seed",
    L2="id school students made_by made_at report",
)
