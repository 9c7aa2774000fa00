"""School calendars as workbooks for the tests: a list, and the usual grid of weeks."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

HEADINGS = ("日期", "名称", "类型", "课表")
DAY = dt.timedelta(days=1)
# The same calendar told twice.
LISTED: tuple[tuple[str, ...], ...] = (
    ("9月20日", "中秋调休", "上课", "周二"),
    ("10月1日-7日", "国庆节放假", "放假"),
    ("2026-10-10", "补10月6日的课", "上课"),
    ("10.22-10.23", "校运动会", "活动"),
    ("11月2日至6日", "期中考试", "考试"),
)
REMARKS = {
    3: "9月20日(周日)上课，补周二课；",
    5: "国庆节10月1日—7日放假；10月10日(周六)补10月6日的课",
    8: "周四至周五校运动会",
    10: "期中考试",
}


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Return a workbook of these sheets."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for at, cell in enumerate(row):
                    (sheet.write_formula if str(cell).startswith("=") else sheet.write)(place, at, cell)
    return file.getvalue()


def listed(*rows: Sequence[Any], headings: Sequence[str] = HEADINGS, title: str = "") -> bytes:
    """Return a calendar kept as a list."""
    return workbook({"校历": [*([[title]] if title else []), headings, *rows]})


def grid(
    remarks: Mapping[int, str] = REMARKS,
    cells: Mapping[tuple[int, int], Any] | None = None,
    *,
    starts: dt.date = dt.date(2026, 8, 31),
    weeks: int = 22,
    letters: str = "一二三四五六日",
) -> bytes:
    """Return the usual grid: week → remark, (week, column from 1) → what stands there instead of the day's number."""
    rows: list[list[Any]] = [["桃李中学2026-2027学年第一学期校历"], ["月份", "周次", *letters, "备注"]]
    for week in range(1, weeks + 1):
        first = starts + (week - 1) * 7 * DAY
        days = [(cells or {}).get((week, at), (first + (at - 1) * DAY).day) for at in range(1, 8)]
        rows.append([f"{first.month}月", f"第{week}周", *days, remarks.get(week, "")])
    return workbook({"Sheet1": rows})
