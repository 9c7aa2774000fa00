"""The present staff, two names a line, for a meeting of the whole school or a training."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Cell, Fields, OfficialForm, Title, Unit
from taoli.documents.official.signing import SIGNATURES, SIGNED

FORM = OfficialForm(
    key="staff_sign_in",
    title="全体教师会议签到表",
    unit=Unit.SCHOOL,
    roles=(Role.MORAL_OFFICE, Role.PRINCIPAL),
    parts=(
        Title("{{ title }}"),
        Fields(((Cell("会议或培训"),), (Cell("时间"), Cell("地点")), (Cell("主持人"), Cell("应到", "expected")))),
        SIGNATURES,
    ),
    sample={"expected": "2 人", "signatures": SIGNED},
)
