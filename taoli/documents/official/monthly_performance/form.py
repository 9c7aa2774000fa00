"""One student's months and exams; nobody else's marks, no place in a class."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import Box, Col, Holds, OfficialForm, Rows, Sign, Text, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
    "months": [{"month": "2026年9月", "said": "学业辅导 · 作业按时交了"}],
    "exams": [{"exam": "期中考试", "on": "11月16日 周一", "marks": "语文 92；数学 78", "change": "与以往相近"}],
}

FORM = OfficialForm(
    key="monthly_performance",
    title="每月表现与成绩登记",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("I-09",),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Rows("months", (Col("月份", "month", 2.4), Col("表现", "said", 12.4, "left")), heading="每月表现", least=5),
        Rows(
            "exams",
            (
                Col("考试", "exam", 2.8),
                Col("日期", "on", 3.0),
                Col("成绩", "marks", 6.4, "left"),
                Col("与自己以往相比", "change", 3.2),
            ),
            heading="历次考试",
            least=3,
        ),
        Text("只与学生自己的以往比较，不排名次。", size=9, before=8),
        Box("比较与分析", "", 7.5),
        Sign(("导师签字",)),
    ),
    sample=SAMPLE,
)
