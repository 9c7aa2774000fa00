"""The register of single classes as Word: a page a class, a line a student."""

from collections.abc import Sequence
from dataclasses import asdict

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import (
    OWN_LAYOUT,
    add_line,
    add_page_break,
    add_table,
    add_title,
    new_paper,
    saved,
)
from taoli.documents.queries.closing import ClassSheet
from taoli.documents.queries.heading import Heading

HEADS = ("序号", "学生", "学习小组", "导师", "学科")
CELLS = ("no", "student", "group", "mentor", "subject")
WIDTHS = (1.4, 4.0, 4.0, 4.0, 3.6)


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=False)
    add_line(paper, "{%p for sheet in sheets %}")
    add_title(
        paper, "{{ sheet.room }}导师与学生对接表", "{{ school }}    {{ term }}    学生 {{ sheet.lines|length }} 人"
    )
    add_table(paper, HEADS, [f"{{{{ row.{name} }}}}" for name in CELLS], WIDTHS, rows="sheet.lines", left=())
    add_line(paper, OWN_LAYOUT, size=9)
    add_page_break(paper)
    add_line(paper, "{%p endfor %}")
    return saved(paper)


def class_register_docx(heading: Heading, sheets: Sequence[ClassSheet]) -> bytes:
    """Return the filled sheets."""
    context = {**heading.context(), "sheets": [asdict(sheet) for sheet in sheets]}
    return fill("class_register", heading.code, default_template, context)
