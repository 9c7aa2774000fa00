"""The scheme's guidances as matters to talk about, then the term's contacts with each family."""

from taoli.documents.official.layout import Cell, Col, Fields, OfficialForm, Paragraphs, Rows, Sign, Title, Unit
from taoli.documents.official.roles import OF_MENTOR

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "2 人",
    "rooms": "高一(1)班",
    "notes": [],
    "matters": [{"matter": "思想引导"}, {"matter": "学业辅导"}, {"matter": "生活指导"}, {"matter": "心理疏导"}],
    "contacts": [
        {
            "student": "林子涵",
            "on": "10月20日 周二",
            "way": "电话",
            "said": "10月20日：林子涵 家长 电话联系；涉及：生活指导。",
        }
    ],
}

FORM = OfficialForm(
    key="contact_list",
    title="导师家校沟通内容清单",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("ZJ-15",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("班级", "rooms")),
            )
        ),
        Rows(
            "matters",
            (
                Col("方面", "matter", 2.6),
                Col("想告诉家长的", "", 4.6),
                Col("想听家长说的", "", 4.6),
                Col("约定", "", 3.6),
            ),
            heading="一、可以聊的内容",
        ),
        Paragraphs("notes"),
        Rows(
            "contacts",
            (
                Col("学生", "student", 2.2),
                Col("时间", "on", 3.0),
                Col("方式", "way", 2.6),
                Col("沟通内容", "said", 6.4, "left"),
                Col("需跟进", "", 2.4),
            ),
            heading="二、本学期的沟通",
            least=13,
        ),
        Sign(("导师签字",)),
    ),
    sample=SAMPLE,
)
