"""The agreement of mentor and student: the clauses of the round, a line to sign for each side."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Each, OfficialForm, Paragraphs, Text, Title, Unit

SAMPLE = {
    "mentor": "王敏",
    "student": "林子涵",
    "room": "高一(1)班",
    "clauses": [
        "一、导师了解学生，定期和学生谈话，先听学生说。",
        "二、学生按约定的时间来，说真实的情况，自己定目标。",
        "三、任何一方都可以向德育处提出调整，理由不公开。",
    ],
    "sides": [{"side": "导师"}, {"side": "学生"}, {"side": "家长"}],
}

FORM = OfficialForm(
    key="agreement",
    title="师生协议",
    unit=Unit.STUDENT,
    roles=(Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("E-06", "N-11"),
    parts=(
        Title("{{ title }}"),
        Text("导师：{{ sheet.mentor }}    学生：{{ sheet.student }}（{{ sheet.room }}）", size=12, before=12),
        Paragraphs("clauses", size=12),
        Each(
            "sides",
            (Text("{{ item.side }}（签字）：________________    日期：________年____月____日", size=12, before=24),),
        ),
    ),
    sample=SAMPLE,
)
