"""The school's whole state as one workbook, any day: written row by row, logged before it is given."""

import tempfile
from collections.abc import Callable
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.common.views_log import log_view
from taoli.documents.queries.state import state_sheets
from taoli.evaluation.queries.results import closed_surveys
from taoli.roster.models import Student

WIDTH = 14
PAGE = "documents:state_workbook"
# What a spreadsheet might take for a formula keeps a quote in front, and is text in any case.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Report = Callable[[str, int], None]


def state_file(*, by: Actor, contacts: bool = False, report: Report | None = None) -> IO[bytes]:
    """Return the open temporary file of the workbook, rewound; who took it is noted first."""
    school = School.objects.get(pk=by.school_id)
    students = Student.objects.of(school).filter(left_on=None).values_list("pk", flat=True)
    with change(by=by, action="state.export", contacts=contacts, people=len(students)):
        log_view(by, "roster.student", students, page=PAGE)
        log_view(by, "evaluation.result", (one.pk for one in closed_surveys(school.pk)), page=PAGE)
    out = tempfile.TemporaryFile()  # noqa: SIM115 the caller sends and closes it
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False}) as book:
        bold, text = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        for sheet in state_sheets(school, clock.today(), contacts=contacts):
            count = _sheet(book, sheet, bold, text, quoted)
            if report:
                report(sheet.name, count)
    out.seek(0)
    return out


def _sheet(book: Any, sheet: Any, bold: Any, text: Any, quoted: Any) -> int:
    page = book.add_worksheet(sheet.name)
    page.set_column(0, max(0, len(sheet.headings) - 1), WIDTH, text)
    page.freeze_panes(1, 0)
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, bold)
    count = 0
    for count, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                page.write_number(count, column, cell)
            elif cell:
                page.write_string(count, column, cell, quoted if cell.startswith(FORMULA) else text)
    return count


def state_name(school_id: int) -> str:
    """Return the file's name."""
    school = School.objects.get(pk=school_id)
    return _("%(school)s, whole state %(day)s") % {"school": school.name, "day": clock.today().isoformat()} + ".xlsx"
