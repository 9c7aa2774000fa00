"""A student's visits of the term: at home, at school, at a third place, by video."""

from taoli.documents.official.layout import (
    Box,
    Cell,
    Each,
    Fields,
    OfficialForm,
    Paragraphs,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "notes": ["家长 2026年9月20日 表示本次不方便家访，按免访处理。"],
    "visits": [
        {
            "student": "林子涵",
            "room": "高一(1)班",
            "mentor": "王敏",
            "on": "10月17日 周六",
            "visited": "入户",
            "place": "家里",
            "said": "10月17日，在家里：林子涵 家访；涉及：生活指导。",
        }
    ],
}

FORM = OfficialForm(
    key="visit_record",
    title="家访记录",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("ZJ-15",),
    parts=(
        Each(
            "visits",
            (
                Title("{{ title }}"),
                Fields(
                    (
                        (Cell("学生姓名", "student"), Cell("班级", "room")),
                        (Cell("家访教师", "mentor"), Cell("家访时间", "on")),
                        (Cell("方式", "visited"), Cell("地点", "place")),
                    )
                ),
                Box("家访内容", "said", 8),
                Box("家长的意见和建议", "", 4.5),
                Box("后续打算", "", 4),
                Sign(("家长签字", "教师签字")),
            ),
            paged=True,
        ),
        Paragraphs("notes"),
    ),
    sample=SAMPLE,
)
