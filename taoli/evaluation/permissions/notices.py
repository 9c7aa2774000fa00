"""Who puts honours up, and who reads them: a notice is for everybody of the staff; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

STAFF_ROLES = (
    Role.MENTOR,
    Role.HOMEROOM_TEACHER,
    Role.GRADE_LEAD,
    Role.MORAL_OFFICE,
    Role.PRINCIPAL,
    Role.ASSESSOR,
    Role.COUNSELLOR,
)

NOTICE = policy(
    "evaluation.notice",
    paths={},
    view=dict.fromkeys(STAFF_ROLES, Reach.SCHOOL),
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "evaluation.HonourNotice",
    L2="id school run honour label names left_out starts until telephone mailbox state remarks created_at posted_at "
    "decided_at edit",
)
declare(
    "evaluation.NoticeRemark",
    L2="id school notice came_on way mentor upheld by answered_by answered_at",
    L3="text answer",
)
