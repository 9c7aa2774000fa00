"""A form with every kind of part, its frame, and texts that would harm a paper made by gluing."""

from taoli.documents.official.layout import (
    Box,
    Break,
    Cell,
    Col,
    Each,
    Fields,
    Heading,
    OfficialForm,
    Paragraphs,
    Rows,
    Seal,
    Sheet,
    Sign,
    Text,
    Title,
    Unit,
)

FRAME = {"school": "桃李中学", "code": "-", "term": "2026学年上学期", "who": "孙悦", "when": "2026年11月23日 08:00"}
HOSTILE = '#import "x" {{ 7*7 }} </w:t> & <b> $a$ *粗* \\ @b'
LONG = "欧阳上官诸葛司马" * 4
SAMPLE = {
    "student": "林子涵",
    "note": "两行的\n说明",
    "texts": ["第一段的话。", "第二段的话。"],
    "opinion": "意见写在这里。",
    "talks": [{"on": "2026年9月14日", "said": "在图书角面谈。"}],
    "items": [{"name": "第一次", "talks": [{"on": "9月", "said": "内有一行"}], "box": "项内的话"}, {"name": "第二次"}],
}
COLUMNS = (Col("时间", "on", 1, "right"), Col("内容", "said", 3, "left"), Col("签字", ""))
EVERY = OfficialForm(
    key="every_part",
    title="各种部件的表",
    unit=Unit.STUDENT,
    roles=(),
    sample=SAMPLE,
    parts=(
        Title("{{ title }}"),
        Heading("{{ sheet.student }}的表"),
        Text("本学期说明：{{ sheet.note }}", indent=True),
        Paragraphs("texts"),
        Fields(
            (
                (Cell("姓名", "student"),),
                (Cell("性别"), Cell("民族"), Cell("学号")),
                (Cell("住处", "note", 2), Cell("电话")),
            ),
            pairs=3,
        ),
        Rows("talks", COLUMNS, heading="谈话", least=3),
        Box("导师意见", "opinion"),
        Box("家长意见", ""),
        Sign(("导师签字", "学生签字")),
        Seal(),
        Break(),
        Each("items", (Heading("{{ item.name }}"), Rows("talks", COLUMNS), Box("内容", "box"))),
    ),
)


def sheets(*changes: dict[str, object]) -> list[Sheet]:
    """Return the sample once for each change."""
    return [Sheet(None, f"{no}", SAMPLE | change) for no, change in enumerate(changes, 1)]
