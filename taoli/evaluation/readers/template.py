"""The workbook into which answers are typed."""

import io

import xlsxwriter

from taoli.common.policy import Actor
from taoli.evaluation.queries.answers import mentors_by_number
from taoli.evaluation.queries.sources import scales_of
from taoli.evaluation.readers.answers import COLUMNS, SHEETS
from taoli.roster.queries.calendar import current_term

WIDTHS = (14, 14, 10)


def answers_workbook(actor: Actor) -> bytes:
    """Return an .xlsx with a sheet for each source that is asked for, and one that lists the mentors to copy from."""
    term = current_term(actor.school_id)
    mentors = mentors_by_number(actor.school_id, term) if term else {}
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        for source in scales_of(actor.school_id, term):
            _sheet(book, SHEETS[source][0], bold)
        listed = _sheet(book, "导师名单", bold, places=2)
        for row, (number, (_pk, name)) in enumerate(sorted(mentors.items()), start=1):
            listed.write_string(row, 0, number, text)
            listed.write_string(row, 1, name, text)
    return out.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, bold: object, places: int = 3) -> xlsxwriter.worksheet.Worksheet:
    sheet = book.add_worksheet(name)
    for place, column in enumerate(COLUMNS[:places]):
        sheet.set_column(place, place, WIDTHS[place])
        sheet.write_string(0, place, column.names[0], bold)
    sheet.freeze_panes(1, 0)
    return sheet
