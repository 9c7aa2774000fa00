"""Who is expected at a conference, two names a line, to sign beside."""

from taoli.documents.official.layout import Cell, Fields, OfficialForm, Title, Unit
from taoli.documents.official.minutes import ROLES
from taoli.documents.official.signing import SIGNATURES, SIGNED

FORM = OfficialForm(
    key="meeting_sign_in",
    title="会议签到表",
    unit=Unit.CONFERENCE,
    roles=ROLES,
    parts=(
        Title("{{ title }}", under="{{ school }}    {{ sheet.title }}"),
        Fields(((Cell("时间", "day"), Cell("地点", "place")), (Cell("主持人", "chair"), Cell("应到", "expected")))),
        SIGNATURES,
    ),
    sample={
        "title": "班教导会 · 高一(1)班",
        "day": "2026年11月23日",
        "place": "会议室",
        "chair": "李慧",
        "expected": "2 人",
        "signatures": SIGNED,
    },
)
