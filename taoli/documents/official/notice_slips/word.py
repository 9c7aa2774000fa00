"""Slips on paper as Word: a page a class, a line a slip."""

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
from taoli.documents.queries.closing import SlipSheet
from taoli.documents.queries.heading import Heading

HEADS, CELLS, WIDTHS = ("给谁", "通知"), ("{{ row.to }}", "{{ row.sentence }}"), (4.0, 13.0)


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=False)
    add_line(paper, "{%p for sheet in sheets %}")
    add_title(paper, "{{ sheet.room }}通知纸条", "{{ school }}    沿横线剪开，发给本人或家长")
    add_table(paper, HEADS, CELLS, WIDTHS, rows="sheet.slips", left=(0, 1))
    add_line(paper, OWN_LAYOUT, size=9)
    add_page_break(paper)
    add_line(paper, "{%p endfor %}")
    return saved(paper)


def slips_docx(heading: Heading, sheets: Sequence[SlipSheet]) -> bytes:
    """Return the filled slips."""
    context = {**heading.context(), "sheets": [asdict(sheet) for sheet in sheets]}
    return fill("notice_slips", heading.code, default_template, context)
