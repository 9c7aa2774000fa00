"""Given to the family: the mentor, when the mentor is there, whom the school would ring."""

from taoli.documents.official.layout import Cell, Col, Fields, Holds, OfficialForm, Rows, Seal, Text, Title, Unit
from taoli.documents.official.roles import CLOSE

SAMPLE = {
    "student": "林子涵",
    "room": "高一(1)班",
    "mentor": "王敏",
    "subject": "语文",
    "lead": "李慧",
    "reach": "周一至周四 16:30—17:30，办公楼203",
    "phone": "010-00000000",
    "guardians": [{"relation": "母亲", "name": "林母", "phone": "13800000000"}],
}

FORM = OfficialForm(
    key="contact_card",
    title="家校联系卡",
    unit=Unit.STUDENT,
    roles=CLOSE,
    rules=("O-08",),
    holds=Holds.CONTACT,
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("学生姓名", "student"), Cell("班级", "room")),
                (Cell("导师", "mentor"), Cell("任教学科", "subject")),
                (Cell("班主任", "lead"), Cell("学校电话", "phone")),
                (Cell("导师在校时间", "reach"),),
                (Cell("导师电话"), Cell("其他方式")),
            )
        ),
        Rows(
            "guardians",
            (
                Col("称谓", "relation", 2.0),
                Col("姓名", "name", 3.0),
                Col("电话", "phone", 4.0),
                Col("方便联系的时间", "", 5.0),
            ),
            heading="家长",
            least=2,
        ),
        Text("电话有变动，请告诉导师或班主任。导师电话由导师自己决定是否填写。", size=9, before=8),
        Seal(),
    ),
    sample=SAMPLE,
)
