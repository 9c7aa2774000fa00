"""A workbook of who holds which star; every text is text."""

import io
from collections.abc import Sequence

import xlsxwriter

from taoli.oversight.models import StarAward

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = ("学校", "工号", "姓名", "导师团", "星级", "评定", "自", "至少到", "证书编号")
WIDTH = 18


def holders_workbook(rows: Sequence[StarAward]) -> bytes:
    """Return an .xlsx with one line a person, in the order of the rows: by strokes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        sheet = book.add_worksheet("星级导师")
        sheet.freeze_panes(1, 3)
        sheet.set_column(0, len(HEAD) - 1, WIDTH)
        for column, heading in enumerate(HEAD):
            sheet.write_string(0, column, heading, bold)
        lines = [line for row in rows for line in _lines(row)]
        for place, line in enumerate(lines, start=1):
            for column, cell in enumerate(line):
                sheet.write_string(place, column, cell, text)
    return out.getvalue()


def _lines(row: StarAward) -> list[tuple[str, ...]]:
    entry = row.entry
    team = entry.name if len(entry.people) > 1 else ""
    days = row.since.isoformat(), row.until.isoformat()
    return [
        (entry.member.name, one["number"], one["name"], team, row.label, entry.round.title, *days, row.code)
        for one in entry.people
    ]
