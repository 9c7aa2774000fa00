"""Taigu's form 4: who was talked with by whom, each talk with its sentence and both signatures, then the family."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Cell, Col, Fields, OfficialForm, Rows, Sign, Title, Unit

SAMPLE = {
    "student": "林子涵",
    "room": "高一(1)班",
    "mentor": "王敏",
    "subject": "语文",
    "talks": [
        {"on": "2026年9月14日", "said": "在图书角面谈：学业辅导、生活指导。"},
        {"on": "2026年10月12日", "said": "在办公室面谈：思想引导。"},
    ],
    "contacts": [{"on": "2026年10月20日", "way": "电话", "said": "与母亲通电话：生活指导。"}],
}

FORM = OfficialForm(
    key="talk_record",
    title="与学生谈话记录表",
    unit=Unit.STUDENT,
    roles=(Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("TG-27",),
    keys_of_scheme=("talk",),
    parts=(
        Title("{{ title }}"),
        Fields(
            (
                (Cell("被谈话人姓名", "student"), Cell("班级", "room")),
                (Cell("谈话人姓名", "mentor"), Cell("学科", "subject")),
            )
        ),
        Rows(
            "talks",
            (
                Col("谈话时间", "on", 3.2),
                Col("谈话内容", "said", 6.8, "left"),
                Col("被谈话人签字", "", 2.4),
                Col("谈话人签字", "", 2.4),
            ),
            least=11,
        ),
        Rows(
            "contacts",
            (Col("联系时间", "on", 3.2), Col("方式", "way", 2.0), Col("联系内容", "said", 9.6, "left")),
            heading="家长联系记录",
            least=6,
        ),
        Sign(("导师签字", "学生签字")),
    ),
    sample=SAMPLE,
)
