"""Who mentors whom in the school: a line for a mentor's students of one class and group."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Col, OfficialForm, Rows, Sign, Title, Unit

FORM = OfficialForm(
    key="school_register",
    title="学校学导关系登记表",
    unit=Unit.SCHOOL,
    roles=(Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    landscape=True,
    rules=("N-12",),
    parts=(
        Title(
            "{{ title }}",
            under="{{ school }}    {{ term }}    导师 {{ sheet.mentors }} 人    学生 {{ sheet.students }} 人",
        ),
        Rows(
            "lines",
            (
                Col("序号", "no", 1.2),
                Col("导师姓名", "mentor", 2.4),
                Col("学科", "subject", 1.8),
                Col("班级", "room", 3.0),
                Col("学习小组", "group", 2.8),
                Col("受导学生", "students", 9.8, "left"),
                Col("人数", "count", 1.4),
                Col("导师签字", "", 3.0),
            ),
        ),
        Sign(("填表人", "负责人签字")),
    ),
    sample={
        "mentors": "1",
        "students": "2",
        "lines": [
            {
                "no": "1",
                "mentor": "王敏",
                "subject": "语文",
                "room": "高一(1)班",
                "group": "朝阳组",
                "students": "林子涵、周一诺",
                "count": "2",
            }
        ],
    },
)
