"""What class conferences agreed about one student, and room for what they thought: only who runs them prints it."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Box, Cell, Col, Fields, Holds, OfficialForm, Rows, Sign, Title, Unit

FORM = OfficialForm(
    key="remedy",
    title="需要关注学生的对策",
    unit=Unit.STUDENT,
    roles=(Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("WF-26",),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("学生姓名", "student"), Cell("班级", "room")),
                (Cell("导师姓名", "mentor"), Cell("填表日期")),
            )
        ),
        Box("一、现在的情况（品德、心理、学习、纪律、活动）", "", 4.5),
        Box("二、长处和可以依靠的人", "", 2.5),
        Rows(
            "measures",
            (
                Col("对策", "text", 6.6, "left"),
                Col("谁来做", "owner", 2.6),
                Col("完成时间", "due", 3.5),
                Col("落实情况", "", 4.0),
            ),
            heading="三、转化对策",
            least=5,
        ),
        Box("四、一段时间以后", "", 3),
        Sign(("班主任签字", "导师签字")),
    ),
    sample={
        "student": "林子涵",
        "room": "高一(1)班",
        "mentor": "王敏",
        "measures": [{"text": "和家长约一次谈话", "owner": "王敏", "due": "2026年11月30日"}],
    },
)
