"""The letter of appointment in large type, across the page, with the seal's place."""

from taoli.common.policy import Role
from taoli.documents.official.layout import OfficialForm, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="appointment_letter",
    title="聘书",
    unit=Unit.MENTOR,
    ceremonial=True,
    roles=(Role.MORAL_OFFICE, Role.PRINCIPAL),
    landscape=True,
    rules=("H-02", "O-03", "N-21"),
    keys_of_scheme=("appointment",),
    parts=(
        Title("聘  书", under="", size=44, before=40),
        Text("{{ sheet.mentor }}老师：", size=18, before=28),
        Text("兹聘请您担任{{ school }}{{ term }}学生成长导师{{ sheet.task }}。", size=18, indent=True, before=8),
        Text("{{ sheet.students }}", size=18, indent=True, before=8),
        Text("此聘。", size=18, indent=True, before=8),
        Text("校长：________________", size=16, align="right", before=16),
        Seal(size=16),
    ),
    sample={"mentor": "王敏", "count": "2", "task": "，指导学生 2 名", "students": "学生：高一(1)班 林子涵、周一诺。"},
)
