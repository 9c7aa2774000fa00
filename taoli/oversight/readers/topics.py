"""The list of research topics as a workbook; every text is text."""

import io
from collections.abc import Sequence

import xlsxwriter

HEAD = ("学校", "课题", "级别", "负责人", "参与人", "进展", "报送情况", "成果")


def topics_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return an .xlsx with one line a topic: school, title, level, leader, members, latest stage, filing, results."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        sheet = book.add_worksheet("课题")
        sheet.freeze_panes(1, 2)
        for column, heading in enumerate(HEAD):
            sheet.set_column(column, column, 18)
            sheet.write_string(0, column, heading, bold)
        for line, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell, text)
    return out.getvalue()
