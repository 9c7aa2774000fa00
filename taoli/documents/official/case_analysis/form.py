"""Taigu's form 2: date, mentor, student, the analysis; what is thought of a student is written by hand."""

from taoli.documents.official.layout import Box, Cell, Each, Fields, OfficialForm, Sign, Text, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "cases": [
        {
            "on": "10月20日 周二",
            "mentor": "王敏",
            "student": "林子涵",
            "room": "高一(1)班",
            "said": "10月20日：林子涵 做了个案分析；主题：作业拖延。",
        }
    ]
}

FORM = OfficialForm(
    key="case_analysis",
    title="学生个案分析表",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("TG-25", "TG-22"),
    parts=(
        Each(
            "cases",
            (
                Title("{{ title }}"),
                Fields(
                    (
                        (Cell("日期", "on"), Cell("导师姓名", "mentor")),
                        (Cell("学生姓名", "student"), Cell("班级", "room")),
                    )
                ),
                Box("个案分析", "said", 16),
                Sign(("导师签字",)),
            ),
            paged=True,
        ),
        Text("本表只印记录中可以公开的一句，分析由导师手写；涉及隐私的内容请不要写在表上。", size=9, before=8),
    ),
    sample=SAMPLE,
)
