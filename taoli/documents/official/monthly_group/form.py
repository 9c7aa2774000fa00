"""The group's talks and activities month by month; one place for each member's signature."""

from taoli.documents.official.layout import (
    Cell,
    Col,
    Each,
    Fields,
    OfficialForm,
    Paragraphs,
    Rows,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "notes": [],
    "months": [
        {
            "group": "朝阳组",
            "room": "高一(1)班",
            "mentor": "王敏",
            "count": "2 人",
            "month": "2026年9月",
            "lines": [{"on": "9月16日 周三", "said": "9月16日，在图书角：林子涵、周一诺 参加活动；主题：图书角值日。"}],
            "members": [{"student": "林子涵"}, {"student": "周一诺"}],
        }
    ],
}

FORM = OfficialForm(
    key="monthly_group",
    title="小组指导记录月签字单",
    unit=Unit.GROUP,
    roles=STAFF,
    rules=("TG-21", "TG-26"),
    parts=(
        Paragraphs("notes"),
        Each(
            "months",
            (
                Title("{{ title }}", under="{{ school }}    {{ item.month }}"),
                Fields(
                    (
                        (Cell("小组", "group"), Cell("班级", "room")),
                        (Cell("导师姓名", "mentor"), Cell("人数", "count")),
                    )
                ),
                Rows("lines", (Col("日期", "on", 3.0), Col("记录", "said", 11.8, "left"))),
                Rows("members", (Col("学生", "student", 4.0), Col("签字", "", 10.8))),
                Sign(("导师签字",)),
            ),
            paged=True,
        ),
    ),
    sample=SAMPLE,
)
