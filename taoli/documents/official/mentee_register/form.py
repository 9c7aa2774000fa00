"""Taigu's form 1, one sheet a mentor: who is mentored since when, both sides sign."""

from taoli.documents.official.layout import Cell, Col, Fields, OfficialForm, Paragraphs, Rows, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "2 人",
    "rooms": "高一(1)班",
    "reach": "周一至周四 16:30—17:30，办公楼203",
    "mentees": [
        {
            "no": "1",
            "student": "林子涵",
            "gender": "女",
            "room": "高一(1)班",
            "group": "朝阳组",
            "since": "2026年9月1日",
        },
        {
            "no": "2",
            "student": "周一诺",
            "gender": "男",
            "room": "高一(1)班",
            "group": "朝阳组",
            "since": "2026年9月1日",
        },
    ],
    "notes": [],
}

FORM = OfficialForm(
    key="mentee_register",
    title="导师与学生对接表",
    unit=Unit.MENTOR,
    roles=STAFF,
    rules=("TG-24",),
    keys_of_scheme=("register",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("所在班级", "rooms")),
                (Cell("联系时间", "reach"),),
            )
        ),
        Rows(
            "mentees",
            (
                Col("序号", "no", 1.2),
                Col("学生姓名", "student", 2.6),
                Col("性别", "gender", 1.2),
                Col("班级", "room", 2.4),
                Col("学习小组", "group", 2.4),
                Col("结对日期", "since", 2.8),
                Col("学生签字", "", 2.4),
            ),
            least=10,
        ),
        Paragraphs("notes"),
        Sign(("导师签字", "班主任签字")),
    ),
    sample=SAMPLE,
)
