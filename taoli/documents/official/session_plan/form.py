"""What was talked about so far, then the plan and the record of the next meeting, both for the pen."""

from taoli.documents.official.heads import STUDENT
from taoli.documents.official.layout import Box, Cell, Col, Fields, Heading, OfficialForm, Rows, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

FORM = OfficialForm(
    key="session_plan",
    title="交流方案与记录",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("O-05",),
    keys_of_scheme=("session",),
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Rows(
            "talks",
            (Col("日期", "on", 3.0), Col("主题", "theme", 4.4, "left"), Col("记录", "said", 9.3, "left")),
            heading="一、本学期的交流",
            least=2,
        ),
        Heading("二、这一次"),
        Fields(((Cell("时间"), Cell("地点")), (Cell("主题"),))),
        Box("方案", "", 4.5),
        Box("详细记录", "", 6.5),
        Sign(("导师签字", "学生签字")),
    ),
    sample={
        "student": "林子涵",
        "room": "高一(1)班",
        "mentor": "王敏",
        "subject": "语文",
        "talks": [
            {
                "on": "9月14日 周一",
                "theme": "怎样背书",
                "said": "9月14日，在图书角：林子涵 谈话；主题：怎样背书；涉及：学业辅导。",
            },
            {"on": "10月12日 周一", "theme": "", "said": "10月12日，在办公室：林子涵 谈话；涉及：思想引导。"},
        ],
    },
)
