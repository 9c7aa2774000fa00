"""Builds the default Word template of a form: A4, 宋体, heading rows that repeat, who printed it in the footer."""

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

SONG, HEI = "宋体", "黑体"
LONG, SHORT = Cm(29.7), Cm(21.0)
MARGIN = Cm(1.8)
BINDING = Cm(0.7)  # more at the left edge, where a paper is bound
PRINTED = "由 {{ who }} 于 {{ when }} 打印    第 "
OWN_LAYOUT = "样式由桃李拟定"
PITCH = 1.75  # from line to line of running text, in letters


def new_paper(
    *, landscape: bool, binding: int = 0, sheets: bool = False, footer: bool = True, own: bool = False
) -> Paper:
    """Return an empty A4 document in 宋体 with the footer every form has, the left margin wider by `binding`.

    `sheets`: a file of many sheets, each numbered by itself, says how many pages there are only where it holds one.
    `footer`: who printed it and when stands below, and with `own` that the layout is ours.
    """
    paper = Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.gutter = binding
    normal: Any = paper.styles["Normal"]
    normal.font.name = SONG
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    normal.paragraph_format.space_after = Pt(0)
    _close_up(normal.element.get_or_add_pPr())
    for lang in paper.styles.element.iter(qn("w:lang")):  # where a line may end is a matter of the language
        lang.set(qn("w:eastAsia"), "zh-CN")
    small: Any = paper.styles["Footer"]
    small.font.size = Pt(9)
    if footer:
        _footer(section.footer.paragraphs[0], sheets=sheets, own=own)
    return paper


def _close_up(properties: Any) -> None:
    """No gap between Chinese and figures, as Chinese forms print (Word and WPS; LibreOffice 7.4 does not read it).

    Its place is before `w:spacing`: the order inside a paragraph's properties is fixed.
    """
    spacing = properties.find(qn("w:spacing"))
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        mark = OxmlElement(name)
        mark.set(qn("w:val"), "0")
        spacing.addprevious(mark)


def _footer(line: Paragraph, *, sheets: bool, own: bool) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(line, PRINTED, size=9)
    _field(line, "PAGE")
    if sheets:
        write(line, "{%r if alone %}", size=9)
    write(line, " 页 共 ", size=9)
    _field(line, "NUMPAGES")
    if sheets:
        write(line, "{%r endif %}", size=9)
    write(line, f" 页    {OWN_LAYOUT}" if own else " 页", size=9)


def _field(line: Paragraph, code: str) -> None:
    run = write(line, "", size=9)
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = code
        run._r.append(part)  # noqa: SLF001 python-docx has no page fields of its own


def spaced(line: Paragraph, size: float) -> None:
    """Set running text as wide as the PDF does, whatever font stands for 宋体."""
    line.paragraph_format.line_spacing = Pt(size * PITCH)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def write(line: Paragraph, text: str, *, size: float = 10.5, font: str = SONG, bold: bool = False) -> Any:
    """Add text in a Chinese font; Word needs the East Asian name beside the plain one."""
    run = line.add_run(text)
    run.font.name, run.font.size, run.font.bold = font, Pt(size), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001 no public door
    return run


def add_title(paper: Paper, title: str, under: str, *, size: float = 18, before: float = 0) -> None:
    """Add the title and the line below it, if there is one."""
    line = paper.add_paragraph()
    line.paragraph_format.space_before = Pt(before)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(line, title, size=size, font=HEI)
    if not under:
        return
    below = paper.add_paragraph()
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below.paragraph_format.space_before = below.paragraph_format.space_after = Pt(4)
    write(below, under)


def add_table(
    paper: Paper,
    heads: Sequence[str],
    cells: Sequence[str],
    widths: Sequence[float],
    *,
    rows: str,
    left: Sequence[int],
    right: Sequence[int] = (),
    least: float = 0,
) -> None:
    """Add a table with one line for each of the template's `rows` (a loop over `row`); widths and `least`, the height
    of a line that is filled in by hand, in cm; columns that are neither `left` nor `right` are centred.
    """
    table = paper.add_table(rows=4, cols=len(heads))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Cm(width)
    _fill(table.rows[0], heads, widths, {}, head=True)
    mark(table.rows[0], "w:tblHeader")
    table.rows[1].cells[0].text = f"{{%tr for row in {rows} %}}"
    aligned = dict.fromkeys(left, WD_ALIGN_PARAGRAPH.LEFT) | dict.fromkeys(right, WD_ALIGN_PARAGRAPH.RIGHT)
    _fill(table.rows[2], cells, widths, aligned)
    if least:
        table.rows[2].height_rule, table.rows[2].height = WD_ROW_HEIGHT_RULE.AT_LEAST, Cm(least)
    mark(table.rows[2], "w:cantSplit")
    table.rows[3].cells[0].text = "{%tr endfor %}"


def _fill(
    row: Any,
    texts: Sequence[str],
    widths: Sequence[float],
    aligned: Mapping[int, WD_ALIGN_PARAGRAPH],
    *,
    head: bool = False,
) -> None:
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Cm(widths[place])
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        line = cell.paragraphs[0]
        line.alignment = aligned.get(place, WD_ALIGN_PARAGRAPH.CENTER)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
        write(line, text, size=10, font=HEI if head else SONG)


def mark(row: Any, name: str) -> None:
    """Say something of a row: that it repeats on every page, or is never torn."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 python-docx has no repeating heading rows of its own
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def add_line(paper: Paper, text: str, *, size: float = 10.5, before: float = 6) -> None:
    """Add one line of text below a table."""
    line = paper.add_paragraph()
    line.paragraph_format.space_before = Pt(before)
    write(line, text, size=size)


def add_page_break(paper: Paper) -> None:
    """Begin a new page before the next turn of the loop that stands around it, but not after the last one."""
    add_line(paper, "{%p if not loop.last %}")
    paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    add_line(paper, "{%p endif %}")


def add_sheet_break(paper: Paper) -> None:
    """Begin a new page like `add_page_break`, its numbers from 1 again: every sheet is a paper of its own."""
    add_line(paper, "{%p if not loop.last %}", before=0)
    last = paper.sections[-1]._sectPr  # noqa: SLF001 python-docx cannot begin a section in the middle
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    last.find(qn("w:pgMar")).addnext(numbers)
    line = paper.add_paragraph()
    line.paragraph_format.line_spacing = Pt(1)
    line._p.get_or_add_pPr().append(deepcopy(last))  # noqa: SLF001
    add_line(paper, "{%p endif %}", before=0)


def saved(paper: Paper) -> bytes:
    """Return the document's bytes."""
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
