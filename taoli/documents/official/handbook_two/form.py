"""Changle's handbook: left what was guided, right where a family was met, in the order of the days."""

from taoli.documents.official.layout import Cell, Col, Fields, OfficialForm, Paragraphs, Rows, Sign, Title, Unit
from taoli.documents.official.roles import OF_MENTOR

SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "2 人",
    "rooms": "高一(1)班",
    "names": "林子涵、周一诺",
    "notes": [],
    "work": [
        {"on": "9月14日 周一", "guided": "9月14日，在校：林子涵 谈话；涉及：学业辅导。", "visited": ""},
        {"on": "10月17日 周六", "guided": "", "visited": "10月17日，在家里：周一诺 家访。"},
    ],
}

FORM = OfficialForm(
    key="handbook_two",
    title="导师工作手册",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("E-10",),
    keys_of_scheme=("handbook",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
                (Cell("受导学生数", "count"), Cell("班级", "rooms")),
                (Cell("受导学生", "names"),),
            )
        ),
        Paragraphs("notes"),
        Rows(
            "work",
            (
                Col("日期", "on", 3.0),
                Col("指导内容摘要", "guided", 7.0, "left"),
                Col("百名教师访千家活动记录", "visited", 7.0, "left"),
            ),
            least=18,
        ),
        Sign(("导师签字",)),
    ),
    sample=SAMPLE,
)
