"""What was guided, by the three matters of the published plan and what fits none."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import (
    Col,
    OfficialForm,
    Rows,
    Sign,
    Text,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

COLS = (Col("日期", "on", 3.0), Col("方式", "way", 2.6), Col("记录", "said", 10.6, "left"))
SAMPLE = {
    **LIN,
    "study": [{"on": "9月14日 周一", "way": "谈话", "said": "9月14日，在校：林子涵 谈话；涉及：学业辅导。"}],
    "mind": [{"on": "10月12日 周一", "way": "谈话", "said": "10月12日，在校：林子涵 谈话；涉及：心理疏导。"}],
    "career": [],
    "others": [{"on": "9月16日 周三", "way": "活动", "said": "9月16日，在图书角：林子涵 参加活动；主题：图书角值日。"}],
}

FORM = OfficialForm(
    key="guidance_record_shared",
    title="导师辅导记录",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("F-04",),
    keys_of_scheme=("guidance_record",),
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Rows("study", COLS, heading="学习", least=3),
        Rows("mind", COLS, heading="心理", least=3),
        Rows("career", COLS, heading="职业发展", least=3),
        Rows("others", COLS, heading="其他", least=3),
        Text("本记录与学生共享。", size=9, before=8),
        Sign(("导师签字", "学生签字")),
    ),
    sample=SAMPLE,
)
