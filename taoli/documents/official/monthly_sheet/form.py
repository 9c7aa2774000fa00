"""Every record of a month in its printed sentence, and one signature of each side."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import (
    Col,
    Each,
    Heading,
    OfficialForm,
    Paragraphs,
    Rows,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
    "notes": [],
    "months": [
        {
            "month": "2026年9月",
            "lines": [
                {
                    "on": "9月14日 周一",
                    "way": "谈话",
                    "said": "9月14日，在校：林子涵 谈话；涉及：学业辅导。",
                    "by": "王敏",
                },
                {"on": "9月21日 周一", "way": "电话", "said": "9月21日：林子涵 家长 电话联系。", "by": "王敏"},
            ],
        }
    ],
}

FORM = OfficialForm(
    key="monthly_sheet",
    title="指导记录月签字单",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("TG-27", "TG-21"),
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Paragraphs("notes"),
        Each(
            "months",
            (
                Heading("{{ item.month }}"),
                Rows(
                    "lines",
                    (
                        Col("日期", "on", 3.0),
                        Col("方式", "way", 2.6),
                        Col("记录", "said", 8.6, "left"),
                        Col("记录人", "by", 2.0),
                    ),
                ),
                Sign(("学生签字", "导师签字")),
            ),
        ),
    ),
    sample=SAMPLE,
)
