"""The school's decision to honour mentors."""

from taoli.documents.official.honours import ROLES, SAMPLE
from taoli.documents.official.layout import Each, Heading, OfficialForm, Paragraphs, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="commendation",
    title="表彰决定",
    unit=Unit.SCHOOL,
    ceremonial=True,
    roles=ROLES,
    rules=("N-22",),
    parts=(
        Title("{{ school }}", under="", size=20, before=12),
        Title("关于表彰全员育人导师的决定", under="{{ term }}", size=22, before=6),
        Text("各处室、年级部、全体教师：", size=15, before=20),
        Text(
            "根据学校全员育人导师制实施方案，经考核并公示，学校决定对下列导师予以表彰。名单按姓氏笔画排序，不分先后。",
            size=15,
            indent=True,
        ),
        Each("honours", (Heading("{{ item.label }}", size=15), Paragraphs("names", size=15))),
        Text("特此决定。", size=15, indent=True, before=16),
        Seal(size=15, before=30),
    ),
    sample=SAMPLE,
)
