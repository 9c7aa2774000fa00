"""A form's parts as the default Word template: what a school downloads, changes in WPS or Word, and puts back."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from docx.document import Document as Paper
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from taoli.documents.official.layout import (
    Box,
    Break,
    Each,
    Fields,
    Heading,
    OfficialForm,
    Paragraphs,
    Part,
    Rows,
    Seal,
    Sign,
    Text,
    Title,
)
from taoli.documents.official.paper import (
    BINDING,
    HEI,
    SONG,
    add_line,
    add_sheet_break,
    add_table,
    add_title,
    mark,
    new_paper,
    saved,
    spaced,
    write,
)

WIDE, HIGH = 25.4, 16.7  # cm between the margins, landscape and portrait
LABEL = 0.42  # of a label-value pair goes to the label
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
LINE, LONGEST = 80, 16  # narrow letters on a line across the page; of them for a signature
DATED = "日期：________年____月____日"


def template_of(form: OfficialForm) -> bytes:
    """Return the form's default template: one loop over `sheets`, a page each."""
    footer = not form.ceremonial
    paper = new_paper(landscape=form.landscape, binding=BINDING, sheets=True, footer=footer, own=form.own_layout)
    width = WIDE if form.landscape else HIGH
    add_line(paper, "{%p for sheet in sheets %}", before=0)
    _all(paper, form.parts, width, "sheet")
    add_sheet_break(paper)
    add_line(paper, "{%p endfor %}", before=0)
    return saved(paper)


def _all(paper: Paper, parts: Sequence[Part], width: float, owner: str) -> None:
    for part, after in zip_longest(parts, parts[1:]):
        _add(paper, part, width, owner, held=isinstance(after, Sign))


def _add(paper: Paper, part: Part, width: float, owner: str, *, held: bool) -> None:  # noqa: C901 one line a kind of part
    match part:
        case Title():
            add_title(paper, part.text, part.under, size=part.size, before=part.before)
        case Heading():
            write(_line(paper, before=8, sticky=True), part.text, size=part.size, font=HEI)
        case Text():
            _text(paper, part)
        case Paragraphs():
            add_line(paper, f"{{%p for text in {owner}.{part.name} %}}", before=0)
            _text(paper, Text("{{ text }}", size=part.size, indent=part.indent))
            add_line(paper, "{%p endfor %}", before=0)
        case Fields():
            _fields(paper, part, width, owner)
        case Rows():
            _rows(paper, part, width, owner)
        case Box():
            _box(paper, part, width, owner, held=held)
        case Sign():
            _sign(paper, part)
        case Seal():
            _text(paper, Text(part.who, size=part.size, align="right", before=part.before))
            _text(paper, Text(part.date or "________年____月____日", size=part.size, align="right", before=4))
        case Break():
            _turn(paper)
        case Each():
            add_line(paper, f"{{%p for item in {owner}.{part.name} %}}", before=0)
            if part.paged:
                add_line(paper, "{%p if not loop.first %}", before=0)
                _turn(paper)
                add_line(paper, "{%p endif %}", before=0)
            _all(paper, part.parts, width, "item")
            add_line(paper, "{%p endfor %}", before=0)


def _turn(paper: Paper) -> None:
    """Begin a page with a line of no height: a break inside a line would leave an empty one on top of the page."""
    line = paper.add_paragraph()
    line.paragraph_format.page_break_before = True
    line.paragraph_format.line_spacing = Pt(1)


def _line(paper: Paper, *, before: float, sticky: bool = False) -> Any:
    line = paper.add_paragraph()
    line.paragraph_format.keep_with_next = sticky or None  # a heading never stands alone at the foot of a page
    line.paragraph_format.space_before = Pt(before)
    return line


def _text(paper: Paper, part: Text) -> None:
    line = _line(paper, before=part.before)
    line.alignment = ALIGN[part.align]
    spaced(line, part.size)
    if part.indent:
        line.paragraph_format.first_line_indent = Pt(part.size * 2)
    write(line, part.text, size=part.size)


def _sign(paper: Paper, part: Sign) -> None:
    words = [*(f"{one}：" for one in part.parts), *([DATED] if part.dated else [])]
    used = sum(1 if letter in "_ " else 2 for letter in "    ".join(words))
    rule = "_" * min((LINE - used) // len(part.parts), LONGEST)  # as long as there is room for it on the line
    said = [f"{one}：{rule}" for one in part.parts] + ([DATED] if part.dated else [])
    add_line(paper, "    ".join(said), before=14)


def _rows(paper: Paper, part: Rows, width: float, owner: str) -> None:
    if part.heading:
        write(_line(paper, before=8, sticky=True), part.heading, size=12, font=HEI)
    else:
        _gap(paper)
    whole = sum(col.width for col in part.cols)
    add_table(
        paper,
        [col.head for col in part.cols],
        [f"{{{{ row.{col.name} }}}}" if col.name else "" for col in part.cols],
        [width * col.width / whole for col in part.cols],
        rows=f"{owner}.{part.name}",
        left=[at for at, col in enumerate(part.cols) if col.align == "left"],
        right=[at for at, col in enumerate(part.cols) if col.align == "right"],
        least=0.8,
    )


def _gap(paper: Paper) -> None:
    """Two tables without a paragraph between them become one in Word."""
    line = _line(paper, before=0, sticky=True)
    line.paragraph_format.line_spacing = Pt(6)


def _grid(paper: Paper, rows: int, widths: Sequence[float]) -> Any:
    table = paper.add_table(rows=rows, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, each in zip(table.columns, widths, strict=True):
        column.width = Cm(each)
    for row in table.rows:
        for cell, each in zip(row.cells, widths, strict=True):
            cell.width = Cm(each)
    return table


def _fields(paper: Paper, part: Fields, width: float, owner: str) -> None:
    _gap(paper)
    pair = width * part.wide / part.pairs
    table = _grid(paper, len(part.rows), [pair * LABEL, pair * (1 - LABEL)] * part.pairs)
    for row, cells in zip(table.rows, part.rows, strict=True):
        row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Cm(0.9 * part.size / 10.5)
        at, last = 0, len(cells) - 1
        for place, cell in enumerate(cells):
            _put(row.cells[at], cell.label, font=HEI, size=part.size)
            end = part.pairs * 2 - 1 if place == last else at + cell.span * 2 - 1
            value = row.cells[at + 1] if end == at + 1 else row.cells[at + 1].merge(row.cells[end])
            _put(value, f"{{{{ {owner}.{cell.name} }}}}" if cell.name else "", size=part.size)
            at = end + 1


def _put(cell: Any, text: str, *, size: float, font: str = SONG) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    line = cell.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.keep_with_next = True  # a head stays with what it heads
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
    write(line, text, size=size, font=font)


def _box(paper: Paper, part: Box, width: float, owner: str, *, held: bool) -> None:
    _gap(paper)
    table = _grid(paper, 1, [width])
    row = table.rows[0]
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Cm(part.height)
    if not part.name:
        mark(row, "w:cantSplit")
    cell = row.cells[0]
    # What is only for the pen stays with the line to sign on; a long text may go on overleaf.
    cell.paragraphs[0].paragraph_format.keep_with_next = held or None
    cell.paragraphs[0].paragraph_format.space_before = Pt(3)
    write(cell.paragraphs[0], part.label, font=HEI)
    if part.name:
        line = cell.add_paragraph()
        spaced(line, 10.5)
        line.paragraph_format.first_line_indent = Pt(21)
        write(line, f"{{{{ {owner}.{part.name} }}}}")
