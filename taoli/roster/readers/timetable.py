"""A school's timetable from a workbook: who teaches which class in which period, and when the bell rings."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from taoli.roster.readers.book import Grid, Upload
from taoli.roster.readers.columns import CLASS, STAFF_NUMBER, Column, Sheet
from taoli.roster.readers.fixed import read_sheet
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Table
from taoli.roster.readers.workbook import read_book

LESSONS = Sheet(
    "timetable",
    ("课表",),
    (
        Column("staff", ("教师", "老师", "任课教师", "教师姓名", "姓名"), required=True, most=60),
        Column("number", STAFF_NUMBER),
        Column("room", CLASS, required=True),
        Column("weekday", ("星期", "周几", "星期几"), required=True),
        Column("period", ("节次", "节", "第几节"), required=True),
        Column("subject", ("学科", "科目", "课程"), most=20),
    ),
)
BELLS = Sheet(
    "bells",
    ("作息",),
    (
        Column("period", ("节次", "节", "第几节"), required=True),
        Column("starts", ("开始", "上课", "上课时间", "开始时间"), required=True),
        Column("ends", ("结束", "下课", "下课时间", "结束时间"), required=True),
    ),
)
NUMBERS = "一二三四五六七八九十"
SUNDAYS = {"日": 7, "天": 7}
TIME = re.compile(r"(\d{1,2})[:：](\d{2})(?::\d{2})?")
MOST_PERIODS, MOST_PROBLEMS, DAYS = 16, 300, 7
HOURS, MINUTES = 24, 60

Line = tuple[Any, Any, int, int, str]  # staff, class, weekday, period, subject
Bell = tuple[int, dt.time, dt.time]


@dataclass(frozen=True, slots=True)
class Known:
    """The school's own: staff by number and by name, classes by name, the periods whose bells are known."""

    by_number: Mapping[str, Any]
    by_name: Mapping[str, list[Any]]
    rooms: Mapping[str, Any]
    periods: Collection[int] = ()


@dataclass
class TimetableReading:
    """What a workbook says: lessons, bells (none: they stay as they are), problems."""

    lessons: list[Line] = field(default_factory=list)
    bells: list[Bell] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_timetable(name: str, data: bytes, known: Known, today: dt.date) -> TimetableReading:
    """Return what an Excel workbook or a CSV file says; every fault names sheet, row and column."""
    found = TimetableReading()
    try:
        grids = read_book(Upload(name, data)).grids
    except RefusedError as refused:
        return TimetableReading(problems=[refused.problem])
    tables = [(sheet, read_sheet(sheet, grid, today=today)) for grid in grids for sheet in _kind(grid)]
    if not any(sheet is LESSONS for sheet, _table in tables):
        wanted = "、".join(column.names[0] for column in LESSONS.columns if column.required)
        return TimetableReading(problems=[Problem("no_headings", values={"wanted": wanted})])
    for sheet, table in tables:
        if table.legible and sheet is BELLS:
            found.bells += _bells(table)
    periods = {number for number, _starts, _ends in found.bells} or set(known.periods)
    for sheet, table in tables:
        if table.legible and sheet is LESSONS:
            found.lessons += _lessons(table, known, periods)
    found.problems = sorted(
        (problem for _sheet, table in tables for problem in table.problems), key=lambda one: (one.sheet, one.row)
    )[:MOST_PROBLEMS]
    return found


def _kind(grid: Grid) -> list[Sheet]:
    words = {cell for row in grid.rows[:10] for cell in row}
    if words & set(BELLS.column("starts").names):
        return [BELLS]
    return [LESSONS] if words & set(LESSONS.column("weekday").names) else []


def _bells(table: Table) -> list[Bell]:
    found: list[Bell] = []
    for record in table.records:
        number = _number(table, record, "period", "not_period", MOST_PERIODS)
        starts, ends = _time(table, record, "starts"), _time(table, record, "ends")
        if number is None or starts is None or ends is None:
            continue
        if ends <= starts or any(starts < other[2] and other[1] < ends for other in found):
            table.fault(record, "starts", "bells_overlap")
        elif any(number == other[0] for other in found):
            table.fault(record, "period", "period_twice", period=number)
        else:
            found.append((number, starts, ends))
    return sorted(found, key=lambda one: one[1])


def _lessons(table: Table, known: Known, periods: Collection[int]) -> list[Line]:
    found: dict[tuple[Any, Any, int, int], Line] = {}
    for record in table.records:
        weekday = _number(table, record, "weekday", "not_weekday", DAYS)
        period = _number(table, record, "period", "not_period", MOST_PERIODS)
        staff, room = _staff(table, record, known), _room(table, record, known)
        if period is not None and period not in periods:
            table.fault(record, "period", "period_no_bell", period=period)
        elif weekday and period and staff and room:
            found[staff, room, weekday, period] = (staff, room, weekday, period, record.get("subject") or "")
    return list(found.values())


def _staff(table: Table, record: dict[str, Any], known: Known) -> Any:
    number, name = record.get("number"), record.get("staff")
    if number:
        if number not in known.by_number:
            table.fault(record, "number", "unknown_staff", staff=number)
        return known.by_number.get(number)
    same = known.by_name.get(name or "", [])
    if name and len(same) != 1:
        code = "staff_many" if same else "unknown_staff"
        table.fault(record, "staff", code, staff=name, n=len(same))
    return same[0] if len(same) == 1 else None


def _room(table: Table, record: dict[str, Any], known: Known) -> Any:
    name = plain_room(record.get("room") or "")
    if name and name not in known.rooms:
        table.fault(record, "room", "unknown_class", room=record["room"])
    return known.rooms.get(name)


def plain_room(text: str) -> str:
    """Return a class's name as it is compared: 高一（1）班 and 高一(1)班 are one."""
    return "".join(text.translate(str.maketrans("（）", "()")).split())


def _number(table: Table, record: dict[str, Any], key: str, code: str, most: int) -> int | None:
    text = record.get(key)
    if not text:
        return None
    short = str(text).removeprefix("星期").removeprefix("周").removeprefix("第").removesuffix("节").removesuffix(".0")
    number = int(short) if short.isascii() and short.isdecimal() else SUNDAYS.get(short, 0) or _chinese(short)
    if 0 < number <= most:
        return number
    table.fault(record, key, code, text=str(text))
    return None


def _chinese(text: str) -> int:
    """Return 1 to 16 from 一 to 十六; 0 for anything else."""
    if text.startswith("十") and len(text) > 1:
        return 10 + _chinese(text[1:]) if _chinese(text[1:]) < 10 else 0  # noqa: PLR2004 ten and some
    return NUMBERS.find(text) + 1 if len(text) == 1 else 0


def _time(table: Table, record: dict[str, Any], key: str) -> dt.time | None:
    text = str(record.get(key) or "")
    if (found := TIME.fullmatch(text)) and int(found[1]) < HOURS and int(found[2]) < MINUTES:
        return dt.time(int(found[1]), int(found[2]))
    if text:
        table.fault(record, key, "not_time", text=text)
    return None
