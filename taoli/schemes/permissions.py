"""Who reads and who writes the school's scheme; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

# A published scheme is for every adult who works under it; drafts and changes are the moral office's.
SCHEME = policy(
    "schemes.scheme",
    paths={},
    view={
        Role.MENTOR: Reach.SCHOOL,
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
    review={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)

declare(
    "schemes.SchemeVersion",
    L1="title rules changes base bureau",
    L2="id school preset_key version state checksum in_force_from published_at published_by edit",
)
declare("schemes.BaseScheme", L1="title rules binding area", L2="id version checksum published_at")
declare("schemes.BaseReply", L2="id school base state reason at by_id")
declare("schemes.SchemeReview", L2="id school version kind text checksum at by_id by_name")
