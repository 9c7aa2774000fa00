"""The workbook of wishes to fill in: the students of the round, and the mentors to choose from."""

import io

import xlsxwriter

from taoli.matching.models import ChoiceRound
from taoli.matching.queries.choosing import on_offer
from taoli.matching.queries.rounds import ranks_of, round_students
from taoli.matching.readers.wishes import NAMES, wish_sheet

WIDE, NARROW = 22, 14


def wishes_workbook(choice: ChoiceRound) -> bytes:
    """Return an .xlsx with a row a student and empty wishes, and a second sheet of mentors and their subjects."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        plain = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(NAMES[0])
        headings = [column.names[0] for column in wish_sheet(ranks_of(choice)).columns]
        sheet.write_row(0, 0, headings, head)
        sheet.set_column(0, len(headings) - 1, NARROW, plain)
        sheet.freeze_panes(1, 0)
        for row, one in enumerate(round_students(choice), 1):
            for column, text in enumerate((one.number, one.name, one.school_class.name)):
                sheet.write_string(row, column, text, plain)
        mentors = book.add_worksheet("导师")
        mentors.write_row(0, 0, ["工号", "姓名", "学科"], head)
        mentors.set_column(0, 2, WIDE, plain)
        for row, offer in enumerate(on_offer(choice), 1):
            subject = offer.staff.subject.name if offer.staff.subject else ""
            for column, text in enumerate((offer.staff.number, offer.staff.name, subject)):
                mentors.write_string(row, column, text, plain)
    return out.getvalue()
