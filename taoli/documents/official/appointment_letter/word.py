"""Letters of appointment as Word."""

from collections.abc import Sequence
from dataclasses import asdict

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from taoli.documents.official.filling import fill
from taoli.documents.official.paper import (
    HEI,
    OWN_LAYOUT,
    add_line,
    add_page_break,
    new_paper,
    saved,
    write,
)
from taoli.documents.queries.closing import LetterPaper
from taoli.documents.queries.heading import Heading

TITLE, BODY = 36, 16


def default_template() -> bytes:
    """Return the template with our own layout."""
    paper = new_paper(landscape=True)
    add_line(paper, "{%p for sheet in sheets %}")
    title = paper.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(30)
    write(title, "聘  书", size=TITLE, font=HEI)
    for text in (
        "{{ sheet.mentor }}老师：",
        "    兹聘请您担任{{ school }}{{ term }}学生成长导师，指导学生 {{ sheet.count }} 名。",
        "    学生：{{ sheet.students }}。",
    ):
        line = paper.add_paragraph()
        line.paragraph_format.line_spacing = 1.8
        write(line, text, size=BODY)
    for text in ("{{ school }}（盖章）", "校长：______________", "________年____月____日"):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.space_before = Pt(10)
        write(line, text, size=BODY)
    add_line(paper, OWN_LAYOUT, size=9)
    add_page_break(paper)
    add_line(paper, "{%p endfor %}")
    return saved(paper)


def letter_docx(heading: Heading, sheets: Sequence[LetterPaper]) -> bytes:
    """Return the filled letters, one a page."""
    context = {**heading.context(), "sheets": [asdict(sheet) for sheet in sheets]}
    return fill("appointment_letter", heading.code, default_template, context)
