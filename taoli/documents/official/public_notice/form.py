"""The notice on the wall: names, from when until when, where to object."""

from taoli.documents.official.honours import ROLES, SAMPLE
from taoli.documents.official.layout import Each, Heading, OfficialForm, Paragraphs, Seal, Text, Title, Unit

FORM = OfficialForm(
    key="public_notice",
    title="公示",
    unit=Unit.SCHOOL,
    ceremonial=True,
    roles=ROLES,
    rules=("TG-39",),
    parts=(
        Title("公  示", under="", size=30, before=12),
        Text(
            "根据学校全员育人导师制实施方案，经{{ term }}考核，拟对下列导师予以表彰。名单按姓氏笔画排序，不分先后。",
            size=15,
            indent=True,
            before=16,
        ),
        Each("honours", (Heading("{{ item.label }}", size=15), Paragraphs("names", size=15))),
        Text(
            "公示时间：自 {{ sheet.starts }} 起，至 {{ sheet.ends }} 止。",
            size=15,
            indent=True,
            before=16,
        ),
        Text(
            "对名单有不同意见的，请在公示期内以书面、电话或邮件的方式向学校提出，请写明姓名和理由；学校替反映的人保密。",
            size=15,
            indent=True,
            before=16,
        ),
        Text("联系电话：{{ sheet.telephone }}    信箱：{{ sheet.mailbox }}", size=15, indent=True),
        Seal(size=15, before=30),
    ),
    sample={
        **SAMPLE,
        "starts": "2027年1月20日",
        "ends": "2027年1月26日",
        "telephone": "010-00000000",
        "mailbox": "deyuchu@school.example",
    },
)
