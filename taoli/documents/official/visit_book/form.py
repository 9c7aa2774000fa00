"""Which family was met how, which would rather not; then every visit in its printed sentence."""

from taoli.documents.official.layout import (
    Box,
    Cell,
    Col,
    Fields,
    OfficialForm,
    Paragraphs,
    Rows,
    Seal,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.roles import OF_MENTOR

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "2 人",
    "visited": "1 户",
    "families": [
        {"no": "1", "student": "林子涵", "room": "高一(1)班", "when": "10月17日 周六", "how": "入户", "note": ""},
        {
            "no": "2",
            "student": "周一诺",
            "room": "高一(1)班",
            "when": "",
            "how": "免访",
            "note": "家长 2026年9月20日 谢绝",
        },
    ],
    "notes": [],
    "visits": [
        {"on": "10月17日 周六", "visited": "入户", "said": "10月17日，在家里：林子涵 家访；涉及：生活指导。"},
    ],
}

FORM = OfficialForm(
    key="visit_book",
    title="导师家访手册",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("ZJ-15",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("本学期已家访", "visited")),
            )
        ),
        Rows(
            "families",
            (
                Col("序号", "no", 1.3),
                Col("学生", "student", 2.9),
                Col("班级", "room", 2.4),
                Col("时间", "when", 3.1),
                Col("方式", "how", 2.2),
                Col("备注", "note", 3.8, "left"),
            ),
            heading="一、家访一览",
        ),
        Paragraphs("notes"),
        Rows(
            "visits",
            (
                Col("时间", "on", 3.0),
                Col("方式", "visited", 1.6),
                Col("家访记录", "said", 7.4, "left"),
                Col("家长签字", "", 2.4),
            ),
            heading="二、家访记录",
            least=6,
        ),
        Box("三、家访小结", "", 4),
        Sign(("导师签字",)),
        Seal(),
    ),
    sample=SAMPLE,
)
