"""One description of a form comes out as Word and as PDF with the same words."""

import io
import re
from dataclasses import replace
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from taoli.documents.official.layout import OfficialForm
from taoli.documents.official.rendering import default_word, pdf
from tests.documents.every_part import EVERY, FRAME, HOSTILE, LONG, sheets

WANTED = (
    "各种部件的表",
    "桃李中学",
    "2026学年上学期",
    "林子涵的表",
    "本学期说明：两行的",
    "第一段的话。",
    "第二段的话。",
    "姓名",
    "民族",
    "住处",
    "谈话",
    "2026年9月14日",
    "在图书角面谈。",
    "导师意见",
    "意见写在这里。",
    "家长意见",
    "导师签字：",
    "学生签字：",
    "日期：",
    "桃李中学（盖章）",
    "第一次",
    "内有一行",
    "项内的话",
    "第二次",
)


def paper(*changes: dict[str, object], form: OfficialForm = EVERY) -> Any:
    return docx.Document(io.BytesIO(default_word(form, FRAME, sheets(*changes))))


def words_of(found: Any) -> str:
    return re.sub(r"\s+", "", "".join(one.text or "" for one in found.element.body.iter(qn("w:t"))))


def pages(*changes: dict[str, object], form: OfficialForm = EVERY, mark: str = "") -> list[str]:
    with pypdfium2.PdfDocument(pdf(form, FRAME, sheets(*changes), mark=mark)) as made:
        return [re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in made]


@pytest.mark.parametrize("wanted", WANTED)
def test_every_part_is_in_both(wanted: str) -> None:
    squeezed = re.sub(r"\s+", "", wanted)
    assert squeezed in words_of(paper({}))
    assert squeezed in "".join(pages({}))


def test_the_foot_of_each_page_says_whose_layout_it_is() -> None:
    assert paper({}).sections[0].footer.paragraphs[0].text.endswith("样式由桃李拟定")
    assert all(page.endswith("样式由桃李拟定") for page in pages({}))
    published = replace(EVERY, own_layout=False)
    assert "桃李拟定" not in paper({}, form=published).sections[0].footer.paragraphs[0].text
    assert "桃李拟定" not in "".join(pages({}, form=published))


def test_hostile_texts_are_printed_as_they_are() -> None:
    said: dict[str, object] = {"student": HOSTILE, "texts": [HOSTILE], "talks": [{"on": "", "said": HOSTILE}]}
    squeezed = re.sub(r"\s+", "", HOSTILE)
    assert words_of(paper(said)).count(squeezed) == 4
    assert "".join(pages(said)).count(squeezed) == 4


def test_a_mark_stands_behind_each_page_of_the_pdf() -> None:
    assert all("仅供校内" in page for page in pages({}, mark="仅供校内"))


def test_characters_that_no_paper_has_are_dropped() -> None:
    said: dict[str, object] = {"student": "林\x00子\x0b涵\ud800\uffff", "note": None}
    assert "林子涵的表" in words_of(paper(said))
    assert "林子涵的表" in "".join(pages(said))


def test_long_names_and_four_hundred_rows_flow_with_their_heads_repeated() -> None:
    rows = [{"on": f"第{no}次", "said": "在图书角谈了很久的话。" * 3} for no in range(1, 401)]
    said: dict[str, object] = {"student": LONG, "talks": rows}
    found = pages(said)
    held = [page for page in found if "在图书角谈了很久" in page]
    assert len(held) > 10
    assert all("时间内容签字" in page for page in held)
    assert all(f"第{no}次" in "".join(found) for no in (1, 200, 400))
    table = next(one for one in paper(said).tables if len(one.rows) > 400)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(table.rows) == 401


def test_an_empty_sheet_has_its_labels_and_lines_for_the_pen() -> None:
    nothing: dict[str, object] = {"student": "", "note": "", "texts": [], "talks": [], "opinion": "", "items": []}
    found = paper(nothing)
    assert len(next(one for one in found.tables if one.rows[0].cells[0].text == "时间").rows) == 4
    assert "姓名" in words_of(found)
    assert "导师意见" in "".join(pages(nothing))


def test_each_sheet_is_numbered_as_a_paper_of_its_own() -> None:
    found = pages({"opinion": "很长。" * 1200}, {})
    assert [re.search(r"第(\d+)页共(\d+)页", page).groups() for page in found] == [  # type: ignore[union-attr]
        ("1", "4"),
        ("2", "4"),
        ("3", "4"),
        ("4", "4"),
        ("1", "2"),
        ("2", "2"),
    ]
    two = paper({}, {})
    assert [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in two.sections] == ["1", "1"]
    assert "共" not in two.sections[0].footer.paragraphs[0].text
    assert "页 共  页" in paper({}).sections[0].footer.paragraphs[0].text


def test_a_file_without_sheets_is_a_blank_page() -> None:
    assert len(pages()) == 1
    assert words_of(paper()) == ""


def test_the_grid_of_all_tables_is_equally_wide_and_labels_are_in_a_heading_font() -> None:
    found = paper({})
    wide = {
        sum(int(col.get(qn("w:w"))) for col in table._tbl.tblGrid.findall(qn("w:gridCol"))) for table in found.tables
    }
    assert max(wide) - min(wide) < 20
    label = found.tables[0].rows[0].cells[0].paragraphs[0].runs[0]
    assert label.font.name == "黑体"


def test_binding_edge_and_chinese_line_breaking() -> None:
    found = paper({})
    section = found.sections[0]
    assert section.left_margin + section.gutter == pytest.approx(2.5 * 360000, rel=0.01)
    assert [one.get(qn("w:eastAsia")) for one in found.styles.element.iter(qn("w:lang"))] == ["zh-CN"]
    order = [one.tag.rpartition("}")[2] for one in found.styles["Normal"].element.pPr]
    assert order.index("autoSpaceDE") < order.index("autoSpaceDN") < order.index("spacing")
