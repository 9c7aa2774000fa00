"""A certificate across the page: one honour of one mentor."""

from taoli.documents.official.honours import ROLES
from taoli.documents.official.layout import OfficialForm, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="certificate",
    title="荣誉证书",
    unit=Unit.MENTOR,
    ceremonial=True,
    roles=ROLES,
    landscape=True,
    rules=("N-22",),
    parts=(
        Title("荣  誉  证  书", under="", size=44, before=36),
        Text("{{ sheet.mentor }}老师：", size=20, before=36),
        Text("在{{ term }}全员育人导师制工作中，被评为", size=20, indent=True, before=8),
        Text("{{ sheet.honour }}", size=34, align="center", before=14),
        Text("特发此证。", size=20, indent=True, before=14),
        Seal(size=16, before=24),
    ),
    sample={"mentor": "王敏", "honour": "优秀导师"},
)
