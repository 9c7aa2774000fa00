"""The agreements of a class as Word."""

from collections.abc import Sequence
from dataclasses import asdict

from docx.shared import Pt

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import (
    OWN_LAYOUT,
    add_line,
    add_page_break,
    add_title,
    new_paper,
    saved,
    write,
)
from taoli.documents.queries.closing import AgreementPaper
from taoli.documents.queries.heading import Heading

BODY = 12


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=False)
    add_line(paper, "{%p for sheet in sheets %}")
    add_title(paper, "师生协议", "{{ school }}    {{ term }}")
    add_line(paper, "导师：{{ sheet.mentor }}    学生：{{ sheet.student }}（{{ sheet.room }}）", size=BODY, before=12)
    add_line(paper, "{%p for clause in sheet.clauses %}")
    line = paper.add_paragraph()
    line.paragraph_format.line_spacing = 1.6
    line.paragraph_format.space_before = Pt(6)
    write(line, "{{ clause }}", size=BODY)
    add_line(paper, "{%p endfor %}")
    add_line(paper, "{%p for side in sheet.sides %}")
    add_line(paper, "{{ side }}（签字）：________________    日期：________年____月____日", size=BODY, before=24)
    add_line(paper, "{%p endfor %}")
    add_line(paper, OWN_LAYOUT, size=9, before=24)
    add_page_break(paper)
    add_line(paper, "{%p endfor %}")
    return saved(paper)


def agreement_docx(heading: Heading, sheets: Sequence[AgreementPaper]) -> bytes:
    """Return the filled sheets."""
    context = {**heading.context(), "sheets": [asdict(sheet) for sheet in sheets]}
    return fill("agreement", heading.code, default_template, context)
