"""The student's own goals and steps where they are typed; what the student needs is written by hand."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import Box, Holds, OfficialForm, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
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
        STUDENT,
        Box("目标", "aims", 6),
        Box("需求", "", 6),
        Box("措施", "steps", 7),
        Sign(("导师签字", "学生签字")),
    ),
    sample=SAMPLE,
)
