"""Who mentors whom in a class: a line a student."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Col, OfficialForm, Rows, Title, Unit

FORM = OfficialForm(
    key="class_register",
    title="学导关系登记表",
    unit=Unit.CLASS,
    roles=(Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("N-12",),
    parts=(
        Title("{{ sheet.room }}{{ title }}", under="{{ school }}    {{ term }}    学生 {{ sheet.count }} 人"),
        Rows(
            "lines",
            (
                Col("序号", "no", 1.4),
                Col("学生", "student", 4.0),
                Col("学习小组", "group", 4.0),
                Col("导师", "mentor", 4.0),
                Col("学科", "subject", 3.6),
            ),
        ),
    ),
    sample={
        "room": "高一(1)班",
        "count": "2",
        "lines": [
            {"no": "1", "student": "林子涵", "group": "朝阳组", "mentor": "王敏", "subject": "语文"},
            {"no": "2", "student": "孙浩然", "group": "远山组", "mentor": "李慧", "subject": "数学"},
        ],
    },
)
