"""Who, what the scheme asks, and room for what one wants to do; written by hand at the beginning of a term."""

from taoli.documents.official.layout import Box, Cell, Col, Fields, OfficialForm, Paragraphs, Rows, Sign, Title, Unit
from taoli.documents.official.roles import OF_MENTOR

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "1 人",
    "rooms": "高一(1)班",
    "mentees": [
        {
            "no": "1",
            "student": "林子涵",
            "gender": "女",
            "room": "高一(1)班",
            "group": "朝阳组",
            "since": "2026年9月1日",
        }
    ],
    "notes": [],
    "duties": [{"no": "1", "text": "每月与每名学生谈话一次。", "ref": "太谷二中2012 · 谈话"}],
    "months": [{"month": "2026年9月"}, {"month": "2026年10月"}],
}

FORM = OfficialForm(
    key="work_plan",
    title="导师工作计划",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("TG-15", "PS-08"),
    keys_of_scheme=("group_plan",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("班级", "rooms")),
            )
        ),
        Rows(
            "mentees",
            (
                Col("序号", "no", 1.2),
                Col("学生姓名", "student", 2.6),
                Col("班级", "room", 2.4),
                Col("学习小组", "group", 2.4),
                Col("学生情况和本学期的重点", "", 6.4),
            ),
            heading="一、受导学生",
        ),
        Paragraphs("notes"),
        Rows(
            "duties",
            (Col("序号", "no", 1.2), Col("工作要求", "text", 9.0, "left"), Col("出处", "ref", 4.0, "left")),
            heading="二、方案的工作要求",
        ),
        Box("三、工作目标", "", 3),
        Box("四、打算怎样做", "", 5),
        Rows("months", (Col("月份", "month", 2.4), Col("安排", "", 12.4)), heading="五、各月安排"),
        Sign(("导师签字", "德育处")),
    ),
    sample=SAMPLE,
)
