"""What was there in figures, for looking back and not for comparing; then the mentor's own words."""

from taoli.documents.official.layout import (
    Box,
    Cell,
    Col,
    Fields,
    OfficialForm,
    Paragraphs,
    Rows,
    Sign,
    Text,
    Title,
    Unit,
)
from taoli.documents.official.roles import OF_MENTOR

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "2 人",
    "rooms": "高一(1)班",
    "notes": [],
    "facts": [
        {"way": "谈话", "times": "12 次", "students": "2 人"},
        {"way": "电话", "times": "4 次", "students": "2 人"},
    ],
    "activities": [{"on": "9月16日 周三", "theme": "图书角值日", "people": "林子涵、周一诺"}],
}

FORM = OfficialForm(
    key="work_summary",
    title="导师工作总结",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("O-21",),
    keys_of_scheme=("term_summary",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("班级", "rooms")),
            )
        ),
        Paragraphs("notes"),
        Rows(
            "facts",
            (Col("做了什么", "way", 5.0), Col("次数", "times", 3.0), Col("涉及学生", "students", 3.0)),
            heading="一、本学期的记录",
        ),
        Text("数字只帮助回顾，不代表工作的好坏。", size=9, before=8),
        Rows(
            "activities",
            (Col("时间", "on", 3.0), Col("活动", "theme", 5.0), Col("参加人员", "people", 7.2, "left")),
            heading="二、集体活动",
            least=1,
        ),
        Box("三、小结", "", 6),
        Box("四、遇到的困难和需要的支持", "", 2.8),
        Box("五、下一步", "", 3.5),
        Sign(("导师签字",)),
    ),
    sample=SAMPLE,
)
