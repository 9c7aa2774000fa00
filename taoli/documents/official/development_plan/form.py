"""Written by student and mentor together: goals, interests, activities; below, how it went and what was adjusted."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import Box, Col, Holds, OfficialForm, Rows, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
    "aims": "每天读半小时书（进行中）",
    "interests": "画画、跑步",
    "activities": "9月16日 周三 图书角值日",
    "steps": [{"aim": "每天读半小时书", "step": "选一本书", "due": "2026年9月30日", "done": "2026年9月20日"}],
}

FORM = OfficialForm(
    key="development_plan",
    title="个性化发展规划",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("C-02", "G-02"),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Box("学习目标", "aims", 4),
        Box("兴趣", "interests", 2.5),
        Box("活动", "activities", 2.5),
        Rows(
            "steps",
            (
                Col("目标", "aim", 4.0, "left"),
                Col("步骤", "step", 4.4, "left"),
                Col("打算完成", "due", 2.8),
                Col("完成日期", "done", 2.8),
            ),
            heading="跟踪",
            least=4,
        ),
        Box("调整", "", 2.5),
        Sign(("学生签字", "导师签字")),
    ),
    sample=SAMPLE,
)
