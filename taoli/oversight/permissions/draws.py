"""Who announces a draw, who keeps the school's side of it, who makes an inspection pack; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

OFFICE = {Role.MORAL_OFFICE: Reach.SCHOOL}
OFFICER = {Role.OFFICER: Reach.SCHOOL}

DRAW = policy("oversight.draw", paths={}, view=OFFICER, edit=OFFICER)
CALL = policy("oversight.call", paths={}, view={**OFFICE, Role.PRINCIPAL: Reach.SCHOOL}, edit=OFFICE)
INSPECTION = policy("oversight.inspection", paths={}, edit=OFFICE)

declare(
    "oversight.Draw",
    L2="id school title whom k each schools sentence number_from seed_on ends_on telephone state number seed sizes "
    "places pooled announced_at drawn_at",
)
declare(
    "oversight.DrawPart",
    L2="id school draw member size sha256 frozen_at told_at remark",
    L3="counts asked agreed missed",
)
declare(
    "oversight.CallList",
    L2="id school bureau draw_id title whom ends_on telephone people size sha256 state frozen_at opened_at remark "
    "told_at",
    L4="salt",
)
declare("oversight.CallPlace", L2="id school list place person_id", L3="consent spent", L4="code_hash")
declare("oversight.CallTally", L2="id school list question answer", L3="n")
declare("oversight.InspectionPack", L2="id school occasion k seed population population_hash drawn made_at made_name")
declare("oversight.InspectionFile", L2="id school pack place name sha256 size", L3="data")
declare("oversight.InspectionGuest", L2="id school pack name given_at expires_at revoked_at", L4="code_hash")
