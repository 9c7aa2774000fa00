"""A school puts its own template in the place of a form's: it works, or it is refused with line and placeholder."""

import io
import uuid

import docx
import pytest

from taoli.common.models import AuditEntry
from taoli.documents.models import FormTemplate
from taoli.documents.official.layout import Sheet
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import word
from tests.documents.every_part import FRAME
from tests.documents.reading import lines
from tests.documents.templating import KEY, file, linked, own, repacked, whole
from tests.world import World

URL = f"/documents/templates/{KEY}/"
LOOP, END = "{%p for sheet in sheets %}", "{%p endfor %}"
GOOD = own("{{ school }}自己的谈话表", LOOP, "{{ sheet.student }}，导师{{ sheet.mentor }}", END)


def sent(world: World, data: bytes, name: str = "校版谈话表.docx", **more: str) -> str:
    said = {"op": str(uuid.uuid4()), "note": "加了校徽", "file": file(data, name), **more}
    return world.client("孙悦").post(URL, said, follow=True).content.decode()


def test_the_page_shows_default_placeholders_and_the_way_to_upload(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    for words in ("按默认模板打印", "{{ sheet.student }}", "被谈话人姓名", "{{ row.said }}", "谈话内容", "学校名称"):
        assert words in page
    assert world.client("孙悦").get("/documents/templates/nothing/").status_code == 404


def test_a_good_template_is_used_from_then_on(world: World) -> None:
    page = sent(world, GOOD)
    assert "第 1 版从现在起使用" in page
    assert "您的模板没有用到" in page
    assert "谈话内容" in page
    form = forms()[KEY]
    filled = word(form, {**FRAME, "code": world.school.code}, [Sheet(None, "a", form.sample)])
    assert lines(docx.Document(io.BytesIO(filled))) == ["桃李中学自己的谈话表", "林子涵，导师王敏"]
    row = FormTemplate.objects.of(world.school).get()
    assert (row.version, row.state, row.note, row.by_name, row.size) == (1, "in_use", "加了校徽", "孙悦", len(GOOD))
    entry = AuditEntry.objects.of(world.school).get(action="template.keep")
    assert "加了校徽" not in str(entry.data)


def test_the_next_one_takes_its_place_and_the_older_is_kept(world: World) -> None:
    sent(world, GOOD)
    assert "第 2 版从现在起使用" in sent(world, whole())
    rows = FormTemplate.objects.of(world.school).order_by("version")
    assert [(row.version, row.state) for row in rows] == [(1, "replaced"), (2, "in_use")]


def test_a_misspelt_placeholder_is_named_with_its_line_and_the_nearest_name(world: World) -> None:
    page = sent(world, own("表头", LOOP, "学生：{{ sheet.studnet }}", END))
    for words in ("第 3 段", "学生：{{ sheet.studnet }}", "没有 sheet.studnet", "是不是想写 sheet.student"):
        assert words in page
    assert "仍按原来的打印" in page
    assert not FormTemplate.objects.of(world.school).exists()


def test_a_row_of_a_table_is_named(world: World) -> None:
    assert "第 1 个表格第 1 行" in sent(world, own("表头", row=("甲", "{{ shcool }}")))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"hello", "不是 Word 文档"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "另存为 .docx"),
        (repacked(GOOD, "word/vbaProject.bin", lambda _: b"x"), "含有宏"),
        (linked(GOOD, "image", "http://example.org/a.png"), "http://example.org/a.png"),
        (own(LOOP, "{{ sheet.student|upper }}", END), "不能用过滤器"),
        (own(LOOP, "{{ sheet.__class__ }}", END), "没有 sheet.__class__"),
        (own("{{ school"), "没有配对"),
        (own("甲", LOOP, row=("{%p endfor %}",)), "要么各占一段"),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(world: World, data: bytes, words: str) -> None:
    sent(world, GOOD)
    page = sent(world, data)
    assert words in page
    assert "有 1 处需要再看" in page
    assert FormTemplate.objects.of(world.school).get().version == 1


def test_fifty_megabytes_are_refused_before_they_are_read(world: World) -> None:
    page = sent(world, b"PK\x03\x04" + b"\0" * (50 * 1024 * 1024))
    assert "50.0 MB" in page
    assert "最多 2 MB" in page
    assert not FormTemplate.objects.of(world.school).exists()


def test_the_same_form_sent_twice_keeps_one_version(world: World) -> None:
    op = str(uuid.uuid4())
    for _ in range(2):
        sent(world, GOOD, op=op)
    assert FormTemplate.objects.of(world.school).count() == 1


def test_no_file_is_said_in_the_form(world: World) -> None:
    answer = world.client("孙悦").post(URL, {"op": str(uuid.uuid4())})
    assert answer.status_code == 200
    assert not FormTemplate.objects.of(world.school).exists()
