"""Making the file of a form, with an audit row of who took what, and how many people stand on it."""

import uuid
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.documents.official.appraisal_sheet import form as appraisal_sheet
from taoli.documents.official.appraisal_sheets import form as appraisal_sheets
from taoli.documents.official.headcount.excel import headcount_xlsx
from taoli.documents.official.layout import Sheet
from taoli.documents.official.register.excel import register_xlsx
from taoli.documents.official.register.word import register_docx
from taoli.documents.official.rendering import word
from taoli.documents.official.scheme_document import form as scheme_document
from taoli.documents.official.scheme_document.sheets import sheet_of as scheme_sheet
from taoli.documents.queries.appraisal import list_paper, papers_of, term_of_sheet
from taoli.documents.queries.heading import heading, scheme_heading
from taoli.documents.queries.register import register_lines
from taoli.documents.queries.scheme import scheme_paper
from taoli.matching.queries.headcount import headcount_of
from taoli.matching.queries.work import work_round
from taoli.roster.queries.calendar import current_term

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADCOUNT = "师生组合情况统计表"
REGISTER = "导师与学生对接表"


@dataclass(frozen=True, slots=True)
class File:
    """A file to download."""

    name: str
    kind: str
    data: bytes


def register_file(*, by: Actor, excel: bool) -> File:
    """Return the register of the current term within the actor's reach; TaoliError when nobody stands on it."""
    term = current_term(by.school_id)
    rows = register_lines(by, term) if term else []
    if term is None or not rows:
        raise TaoliError(_("Nobody is paired yet, so the register is empty."))
    frame = heading(by, term)
    ending, kind, make = ("xlsx", XLSX, register_xlsx) if excel else ("docx", DOCX, register_docx)
    data = make(frame, rows)
    trace(by, f"register.{ending}", sum(row.count for row in rows))
    return File(f"{REGISTER} {term.name}.{ending}", kind, data)


def headcount_file(*, by: Actor, pk: uuid.UUID) -> File:
    """Return the headcount sheet of a round within the actor's reach; TaoliError when nobody stands on it, or 404."""
    choice = work_round(by, pk)
    sheet = headcount_of(by, choice)
    if not sheet.lines:
        raise TaoliError(_("Nobody stands on the headcount sheet yet."))
    data = headcount_xlsx(heading(by, choice.term), sheet)
    trace(by, "headcount.xlsx", sum(line.count for line in sheet.lines), pk)
    return File(f"{HEADCOUNT} {choice.name}.xlsx", XLSX, data)


def appraisal_file(*, by: Actor) -> File:
    """Return the form of all mentors in one file; TaoliError while there is no appraisal."""
    term = current_term(by.school_id)
    data = list_paper(by, term) if term else {"rows": []}
    if term is None or not data["rows"]:
        raise TaoliError(_("No appraisal has been drafted in this term yet."))
    form = appraisal_sheets.for_term(by, term)
    made = word(form, heading(by, term).context(), [Sheet(None, form.title, data)])
    trace(by, "appraisal.docx", len(data["rows"]))
    return File(f"{form.title} {term.name}.docx", DOCX, made)


def sheet_file(*, by: Actor, pk: uuid.UUID) -> File:
    """Return the form of one mentor; 404 outside the actor's reach."""
    term, sheet = term_of_sheet(by, pk)
    form = appraisal_sheet.for_term(by, term)
    papers = papers_of(by, term, [sheet.mentor_id])
    made = word(form, heading(by, term).context(), [Sheet(one.mentor_id, one.mentor, one.data) for one in papers])
    trace(by, "appraisal_one.docx", 1, sheet.pk)
    return File(f"{form.title} {sheet.mentor.name} {term.name}.docx", DOCX, made)


def scheme_file(*, by: Actor, pk: uuid.UUID | None) -> File:
    """Return the scheme as a document, in Chinese; 404 outside the actor's reach, or before anything is published."""
    with translation.override("zh-hans"):
        paper = scheme_paper(by, pk)
        data = word(scheme_document.FORM, scheme_heading(by).context(), [scheme_sheet(paper)])
    trace(by, "scheme.docx", 0, paper.checksum[:12])
    return File(f"{paper.title} 第{paper.version}版.docx", DOCX, data)


def trace(by: Actor, form: str, people: int, pk: uuid.UUID | str = "") -> None:
    """Note who took which form, and how many people stand on it."""
    with change(by=by, action="form.download", object_id=pk, form=form, people=people):
        pass
