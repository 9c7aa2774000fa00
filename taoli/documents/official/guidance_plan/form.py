"""The student's own goals and steps where they are typed; what the student needs is written by hand."""

from taoli.documents.official.layout import Box, Cell, Fields, Holds, OfficialForm, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "student": "林子涵",
    "room": "高一(1)班",
    "mentor": "王敏",
    "subject": "语文",
    "aims": "每天读半小时书（进行中）",
    "steps": "选一本书；读完第一章（2026年9月30日前）",
}

FORM = OfficialForm(
    key="guidance_plan",
    title="导师辅导计划",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("F-03",),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("学生姓名", "student"), Cell("班级", "room")),
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
            )
        ),
        Box("目标", "aims", 6),
        Box("需求", "", 6),
        Box("措施", "steps", 7),
        Sign(("导师签字", "学生签字")),
    ),
    sample=SAMPLE,
)
