"""Who manages accounts; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

ACCOUNT = policy(
    "accounts.account",
    paths={},
    manage={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL},
)

declare("accounts.Account", L2="id username is_active last_login", L4="password")
declare("accounts.Membership", L2="id account school person_kind person_id name")
declare("accounts.RoleHeld", L2="id account role school place_kind place_id grade_id starts ends")
declare("accounts.ActivationCode", L2="id account made_at expires_at used_at", L4="code_hash")
