"""Workbooks we hand out: the import's template, and slips with activation codes. Cells are text, never formulas."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from taoli.roster.readers.columns import SHEETS, Sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 14
NOTES_WIDTH = 90
# Invented people, marked so that an import leaves them out.
EXAMPLES: dict[str, dict[str, str]] = {
    "students": {
        "number": "示例20260101",
        "name": "林小满",
        "gender": "女",
        "grade": "高一",
        "class": "高一(1)班",
        "seat": "1",
        "birthday": "2010-09-01",
        "campus": "东校区",
        "boarding": "住校",
        "study_group": "朝阳组",
        "dormitory": "3号楼201",
        "teaching_groups": "物理A、化学B",
        "neighbourhood": "桃园小区",
        "address": "某市某区某路1号",
        "identity_number": "",
    },
    "staff": {
        "number": "示例T001",
        "name": "王安然",
        "gender": "女",
        "subject": "语文",
        "phone": "13800000000",
        "homeroom": "高一(1)班",
    },
    "teaching": {
        "grade": "",
        "class": "高一(1)班",
        "group": "",
        "subject": "语文",
        "staff": "示例T001",
        "staff_name": "王安然",
        "homeroom": "是",
    },
    "guardians": {
        "student": "示例20260101",
        "student_name": "林小满",
        "grade": "",
        "class": "",
        "name": "林先生",
        "relation": "父亲",
        "phone": "13800000001",
    },
}


def workbook(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """Return an .xlsx of sheets, each with its name, headings and rows; every cell is text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, text = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.set_column(0, max(0, len(headings) - 1), WIDTH if len(headings) > 1 else NOTES_WIDTH, text)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(headings):
                sheet.write_string(0, column, heading, bold)
            for row, cells in enumerate(rows, start=1):
                for column, cell in enumerate(cells):
                    sheet.write_string(row, column, str(cell), text)
    return out.getvalue()


def template(title: str, notes: Sequence[str]) -> bytes:
    """Return the template: the four sheets with an example row each, and a sheet of notes called `title`."""
    sheets = [(sheet.names[0], _headings(sheet), [_example(sheet)]) for sheet in SHEETS]
    return workbook([*sheets, (title, [title], [[note] for note in notes])])


def _headings(sheet: Sheet) -> list[str]:
    return [column.names[0] for column in sheet.columns]


def _example(sheet: Sheet) -> list[str]:
    return [EXAMPLES[sheet.key][column.key] for column in sheet.columns]
