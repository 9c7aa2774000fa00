"""The month as a Word document."""

import io

from django.utils.translation import gettext as _
from docx.document import Document as Paper

from taoli.documents.official.paper import new_paper
from taoli.oversight.queries.month import Month


def month_paper(month: Month) -> bytes:
    """Return a .docx: the sentences, the figures of the charts, the schools that wait."""
    paper = new_paper(landscape=False, footer=False)
    paper.add_heading(_("%(place)s: the month on one page") % {"place": month.scope.name}, level=1)
    paper.add_paragraph(f"{month.scope.week} – {month.scope.until}")
    for sentence in month.sentences:
        paper.add_paragraph(sentence, style="List Number")
    for block in month.charts:
        paper.add_heading(str(block.title), level=2)
        _table(paper, [(line.label, line.percent, line.words) for line in block.lines])
    paper.add_heading(_("Where students have no mentor yet"), level=2)
    if month.waits:
        _table(paper, [(one.school["name"], one.line.percent, one.line.words) for one in month.waits])
    else:
        paper.add_paragraph(_("Nowhere that can be told."))
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _table(paper: Paper, rows: list[tuple[str, str, str]]) -> None:
    table = paper.add_table(rows=0, cols=3, style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
