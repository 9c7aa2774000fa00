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
        Title("荣  誉  证  书", under="", size=34),
        Text("{{ sheet.mentor }}老师：", size=18, before=30),
        Text("在{{ term }}全员育人导师制工作中，被评为", size=18, indent=True, before=12),
        Text("{{ sheet.honour }}", size=30, align="center", before=20),
        Text("特发此证。", size=18, indent=True, before=20),
        Seal(),
    ),
    sample={"mentor": "王敏", "honour": "优秀导师"},
)
