"""Reads who was there from a workbook: 学校, 工号, 姓名; each cause with its sheet, row and column."""

import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import xlsxwriter

from taoli.common import clock
from taoli.oversight.models import CoursePlace, CourseSession, Member
from taoli.roster.readers.columns import STAFF_NUMBER, Column, Sheet
from taoli.roster.readers.fixed import open_book, read_sheet, sheet_named
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Table

SHEET = "到场名单"
MOST_PROBLEMS = 300
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    Column("school", ("学校", "学校名称", "单位", "学校代码"), "text", required=True, most=80),
    Column("number", STAFF_NUMBER, "number", most=30),
    Column("name", ("姓名", "教师姓名", "名字"), "name", required=True, most=60),
)


@dataclass
class Attendance:
    """Who was there as (member id, number, name); how many of them had not signed up; what is wrong."""

    came: list[tuple[str, str, str]] = field(default_factory=list)
    new: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_attendance(session: CourseSession, data: bytes) -> Attendance:
    """Return what a workbook says; nothing is written."""
    found = Attendance()
    sheet = Sheet("attendance", (SHEET, "Sheet1", "工作表1"), COLUMNS)
    try:
        grid = sheet_named(open_book(data), sheet.names)
    except RefusedError as refused:
        found.problems.append(refused.problem)
        return found
    if grid is None:
        found.problems.append(Problem("attendance_no_sheet", values={"wanted": SHEET}))
        return found
    table = read_sheet(sheet, grid, today=clock.today())
    _rows(session, table, found)
    found.problems = sorted([*found.problems, *table.problems], key=lambda one: one.row)[:MOST_PROBLEMS]
    if not found.problems and not found.came:
        found.problems.append(Problem("attendance_empty"))
    return found


def attendance_workbook(places: Sequence[CoursePlace]) -> bytes:
    """Return an .xlsx with those who signed up, to strike out who did not come."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        sheet = book.add_worksheet(SHEET)
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, 20)
            sheet.write_string(0, place, column.names[0], bold)
        for line, one in enumerate(places, start=1):
            for place, words in enumerate((one.member.name, one.number, one.name)):
                sheet.write_string(line, place, words, text)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _rows(session: CourseSession, table: Table, found: Attendance) -> None:
    schools = _schools(session.school_id)
    signed = _signed(session)
    seen: set[tuple[str, str]] = set()
    for record in table.records:
        word, name, number = record.get("school") or "", record.get("name") or "", record.get("number") or ""
        if not word or not name:
            continue
        member = schools.get(word)
        if member is None:
            table.fault(record, "school", "attendance_unknown_school", typed=word)
            continue
        of_name = signed[(str(member.pk), name)]
        if not number and len(of_name) > 1:
            table.fault(record, "number", "attendance_two_of_a_name", typed=name, numbers="、".join(of_name))
            continue
        if not number and not of_name:
            table.fault(record, "name", "attendance_unknown_name", typed=name, school=member.name)
            continue
        number = number or of_name[0]
        other = next((one for (at, one), numbers in signed.items() if at == str(member.pk) and number in numbers), name)
        if other != name:
            table.fault(record, "name", "attendance_other_name", typed=name, number=number, known=other)
            continue
        if (str(member.pk), number) in seen:
            table.fault(record, "number", "attendance_twice", typed=name)
            continue
        seen.add((str(member.pk), number))
        found.new += number not in of_name
        found.came.append((str(member.pk), number, name))


def _schools(bureau_id: int) -> dict[str, Member]:
    rows = list(Member.objects.of(bureau_id).filter(left_on=None))
    return {word: one for one in rows for word in (one.code, one.name)}


def _signed(session: CourseSession) -> defaultdict[tuple[str, str], list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    rows = CoursePlace.objects.of(session.school_id).filter(session=session)
    for member, name, number in rows.order_by("number").values_list("member_id", "name", "number"):
        found[(str(member), name)].append(number)
    return found
