"""A student's term as those around say it: developmental and encouraging, never a mark, a rank or a layer."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Box, Cell, Col, Fields, Holds, OfficialForm, Rows, Sign, Title, Unit

FORM = OfficialForm(
    key="evaluation_booklet",
    title="学生发展评价手册",
    unit=Unit.STUDENT,
    roles=(Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("WF-30",),
    holds=Holds.SENSITIVE,
    keys_of_scheme=("evaluation",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("姓名", "student"), Cell("班级", "room")),
                (Cell("学号", "number"), Cell("班主任", "homeroom")),
                (Cell("成长导师", "mentor"), Cell("评价日期", "day")),
            )
        ),
        Rows(
            "sides",
            (Col("方面", "side", 3.4), Col("本学期的进步和亮点", "", 7.2), Col("下学期的努力方向", "", 6.1)),
            heading="一、成长的各个方面",
        ),
        Box("二、班主任的话", "homeroom_said", 2.2),
        Box("三、导师的话", "mentor_said", 2.2),
        Rows(
            "subjects",
            (Col("任课教师", "by", 3.4), Col("说的话", "said", 13.3, "left")),
            heading="四、任课教师的话",
            least=2,
        ),
        Box("五、我的自评", "student_said", 2.2),
        Box("六、家长的话", "family_said", 2.2),
        Sign(("学生", "导师", "家长"), dated=False),
    ),
    sample={
        "student": "林子涵",
        "room": "高一(1)班",
        "number": "S001",
        "homeroom": "李慧",
        "mentor": "王敏",
        "day": "2027年1月20日",
        "sides": [{"side": one} for one in ("思想引导", "心理疏导", "生活指导", "学习辅导")],
        "homeroom_said": "做事认真，答应同学的事都记得。",
        "mentor_said": "这学期学会了先问再做，英语课上开始举手。",
        "subjects": [{"by": "陈立（数学）", "said": "作业订正得很仔细。"}],
        "student_said": "我想把字写得再清楚一点。",
        "family_said": "在家愿意说学校里的事了。",
    },
)
