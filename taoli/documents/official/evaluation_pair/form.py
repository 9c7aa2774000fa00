"""Two voices side by side, once the evaluation is with the family; the student's own also from the term paper."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import Box, Holds, OfficialForm, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
    "mentors": "这学期你敢于开口了，小组里常听到你的主意。",
    "own": "我学会了先列计划再做作业。",
}

FORM = OfficialForm(
    key="evaluation_pair",
    title="学期评价",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("O-09",),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Box("导师评价", "mentors", 9),
        Box("学生自我评价", "own", 9),
        Sign(("导师签字", "学生签字")),
    ),
    sample=SAMPLE,
)
