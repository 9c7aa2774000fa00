"""Eight documents in one paper: bodies, duties, conference, visits, exchange, satisfaction, appraisal."""

from taoli.common.policy import Role
from taoli.documents.official.layout import Each, Heading, OfficialForm, Paragraphs, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="system_documents",
    title="全员育人八项制度",
    unit=Unit.SCHOOL,
    roles=(Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL),
    rules=("PS-21",),
    parts=(
        Title("{{ title }}", under="{{ school }}    依据：{{ sheet.scheme }}", size=20),
        Each(
            "documents",
            (
                Heading("{{ item.title }}"),
                Paragraphs("lines", size=12),
            ),
        ),
        Text("〔 〕内是方案里的出处。方案没有写到的，由学校在空行里补充。", size=9, before=12),
        Seal(),
    ),
    sample={
        "scheme": "示例方案",
        "documents": [
            {
                "title": "一、领导小组",
                "lines": ["校长：________________", "班子成员：________________"],
            },
            {"title": "五、家访制度", "lines": ["1．家访：每学期至少 2 次。〔示例方案 · 家访〕"]},
        ],
    },
)
