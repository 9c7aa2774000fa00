"""How the students of a class are spread over mentors: a line a mentor, counted, named."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Cell, Col, Fields, OfficialForm, Rows, Sign, Title, Unit

FORM = OfficialForm(
    key="headcount",
    title="师生组合情况统计表",
    unit=Unit.CLASS,
    roles=(Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("E-05",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("班级", "room"), Cell("班主任", "homeroom")),
                (Cell("学生人数", "students"), Cell("男生、女生", "genders")),
                (Cell("已有导师", "paired"), Cell("导师人数", "mentors")),
            )
        ),
        Rows(
            "lines",
            (
                Col("序号", "no", 1.2),
                Col("导师姓名", "mentor", 2.4),
                Col("学科", "subject", 1.8),
                Col("人数", "count", 1.2),
                Col("男", "boys", 1.0),
                Col("女", "girls", 1.0),
                Col("学生姓名", "names", 6.4, "left"),
                Col("备注", "", 1.8),
            ),
        ),
        Sign(("填表人", "班主任")),
    ),
    sample={
        "room": "高一(1)班",
        "homeroom": "李慧",
        "students": "3",
        "genders": "男 1 人，女 2 人",
        "paired": "3",
        "mentors": "2",
        "lines": [
            {
                "no": "1",
                "mentor": "王敏",
                "subject": "语文",
                "count": "2",
                "boys": "1",
                "girls": "1",
                "names": "林子涵、周一诺",
            },
            {
                "no": "2",
                "mentor": "李慧",
                "subject": "数学",
                "count": "1",
                "boys": "0",
                "girls": "1",
                "names": "孙浩然",
            },
        ],
    },
)
