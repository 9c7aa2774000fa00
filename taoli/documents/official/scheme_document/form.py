"""The scheme as a paper: title, sources, chapters, each sentence with its clause, the school's own marked."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Each, Heading, OfficialForm, Paragraphs, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="scheme_document",
    title="实施方案",
    unit=Unit.SCHOOL,
    roles=(
        Role.MENTOR,
        Role.HOMEROOM_TEACHER,
        Role.GRADE_LEAD,
        Role.MORAL_OFFICE,
        Role.PRINCIPAL,
        Role.ASSESSOR,
    ),
    parts=(
        Title("{{ sheet.title }}", under="{{ school }}    第 {{ sheet.version }} 版    {{ sheet.force }}", size=20),
        Paragraphs("sources", size=9, indent=False),
        Each("chapters", (Heading("{{ item.title }}"), Paragraphs("lines", size=12))),
        Text(
            "〔 〕内是原文出处；标“校本补充”的 {{ sheet.own }} 条由学校自己规定。"
            "本文由方案数据生成，与系统执行的规则一致。",
            size=9,
            before=16,
        ),
        Text("校验码 {{ sheet.checksum }}", size=9),
        Seal(),
    ),
    sample={
        "title": "桃李中学全员育人导师制实施方案",
        "version": "1",
        "force": "自 2026年9月1日 起执行",
        "sources": ["依据：示例方案〔2012〕1号"],
        "chapters": [
            {"title": "一、指导思想与目标", "lines": ["1．学校、导师、家庭朝同一个方向使劲。〔示例方案 · 目标〕"]},
            {
                "title": "二、工作要求",
                "lines": ["1．个别指导：每月至少 1 次，对每名学生。〔示例方案〕"],
            },
        ],
        "own": "0",
        "checksum": "0000000000000000",
    },
)
