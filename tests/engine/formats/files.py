"""Small files for the tests of formats."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

STUDENTS = "学号,姓名,班级,性别,层次,类别\n1,王一,1班,女,上,留守；住校\n2,李二,1班,男,,\n3,赵三,2班,女,,\n"
MENTORS = (
    "工号,姓名,最少,目标,最多,任教班级,离岗\nT1,张老师,0,1,2,1班、2班,\nT2,刘老师,1,,2,1班、2班,\nT3,陈老师,,,1,,是\n"
)
WISHES = "学号,志愿1,第二志愿\n1,T1,T2\n2,张老师,T9\n3,T1、T2,\n"


def folder(where: Path, **files: str) -> Path:
    """A folder of CSV files; a round where none are given."""
    for name, text in (files or {"学生": STUDENTS, "导师": MENTORS, "志愿": WISHES}).items():
        (where / f"{name}.csv").write_text(text, encoding="utf-8-sig", newline="")
    return where


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    book = xlsxwriter.Workbook(path)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    book.close()
    return path


def rows_of(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.splitlines()]
