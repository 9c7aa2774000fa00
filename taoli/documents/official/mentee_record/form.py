"""What the mentor did in one sentence, beside it what the student wrote of it, or room to write."""

from taoli.documents.official.heads import LIN, STUDENT
from taoli.documents.official.layout import (
    Col,
    Holds,
    OfficialForm,
    Rows,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

SAMPLE = {
    **LIN,
    "notes": [],
    "guided": [
        {
            "on": "9月14日 周一",
            "said": "9月14日，在校：林子涵 谈话；涉及：学业辅导。",
            "gain": "原来背书可以分三天来。",
        },
        {"on": "10月12日 周一", "said": "10月12日，在校：林子涵 谈话。", "gain": ""},
    ],
}

FORM = OfficialForm(
    key="mentee_record",
    title="学生受导记录",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("E-11",),
    holds=Holds.SENSITIVE,
    parts=(
        Title("{{ title }}"),
        STUDENT,
        Rows(
            "guided",
            (
                Col("时间", "on", 3.0),
                Col("受导内容", "said", 5.6, "left"),
                Col("感悟和收获", "gain", 7.2, "left"),
            ),
            least=18,
        ),
        Sign(("学生签字", "导师签字")),
    ),
    sample=SAMPLE,
)
