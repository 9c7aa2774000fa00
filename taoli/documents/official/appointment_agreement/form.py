"""What school and mentor agree: the time, the students, what the scheme asks and what it promises."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Heading, OfficialForm, Paragraphs, Seal, Sign, Text, Title, Unit

FORM = OfficialForm(
    key="appointment_agreement",
    title="导师聘任协议",
    unit=Unit.MENTOR,
    roles=(Role.MENTOR, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("N-21", "O-03"),
    keys_of_scheme=("appointment",),
    parts=(
        Title("{{ title }}"),
        Text("甲方：{{ school }}    乙方（导师）：{{ sheet.mentor }}    学科：{{ sheet.subject }}", size=12, before=12),
        Heading("一、聘期"),
        Text("自 {{ sheet.starts }} 起，至 ________年____月____日止。", size=12, indent=True),
        Heading("二、受导学生"),
        Text("{{ sheet.students }}", size=12, indent=True),
        Heading("三、乙方的工作要求"),
        Paragraphs("duties", size=12),
        Heading("四、甲方的支持"),
        Paragraphs("support", size=12),
        Heading("五、其他"),
        Text("没有写到的事由双方商量。本协议一式两份，双方各留一份。", size=12, indent=True),
        Sign(("乙方（导师）签字",)),
        Seal("甲方：{{ school }}（盖章）"),
    ),
    sample={
        "mentor": "王敏",
        "subject": "语文",
        "starts": "2026年9月1日",
        "students": "共 2 名：高一(1)班 林子涵、周一诺。",
        "duties": ["1．个别指导：每月至少 1 次，对每名学生。〔示例方案 · 个别指导〕"],
        "support": ["1．导师津贴：按学生人数计。〔示例方案 · 津贴〕"],
    },
)
