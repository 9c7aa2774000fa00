"""The mentors a student wishes for, for the pen; typed wishes stand on the student's own sheet only."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Box, Cell, Col, Fields, OfficialForm, Rows, Sign, Text, Title, Unit

FORM = OfficialForm(
    key="choice_application",
    title="导师选择意向申请书",
    unit=Unit.STUDENT,
    roles=(Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.STUDENT),
    rules=("E-02",),
    keys_of_scheme=("wish",),
    parts=(
        Title("{{ title }}"),
        Fields(((Cell("学生姓名", "student"), Cell("班级", "room")), (Cell("学号", "number"), Cell("填写日期")))),
        Rows(
            "wishes",
            (
                Col("志愿", "rank", 2.4),
                Col("导师姓名", "mentor", 3.4),
                Col("学科", "subject", 2.4),
                Col("选择的理由", "reason", 8.5, "left"),
            ),
        ),
        Box("我希望得到的帮助", "", 9),
        Text("志愿只用来安排导师，不公布。没有排上志愿里的导师，由级部和班主任与你商量。", size=9),
        Sign(("学生签字", "家长签字")),
    ),
    sample={
        "student": "林子涵",
        "room": "高一(1)班",
        "number": "S001",
        "wishes": [
            {"rank": "第一志愿", "mentor": "王敏", "subject": "语文", "reason": "她讲的课我听得懂。"},
            {"rank": "第二志愿"},
            {"rank": "第三志愿"},
        ],
    },
)
