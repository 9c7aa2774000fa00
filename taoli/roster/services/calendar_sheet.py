"""The template of the school's calendar: a list to fill in, and the weeks of the term as a grid."""

import datetime as dt
import io

import xlsxwriter

from taoli.engine.calendar import DAYS_OF_WEEK, monday
from taoli.roster.models import Term
from taoli.roster.queries.announced import announced_days

HEADINGS = ("从", "到", "名称", "类型", "按周几课表")
EXAMPLES = (
    ("示例 2026-11-04", "2026-11-06", "期中考试", "考试", ""),
    ("示例 2026-10-10", "", "国庆调休", "上课", "三"),
    ("示例 10月22日-23日", "", "校运动会", "活动", ""),
)
TYPES = {"holiday": "放假", "make_up": "上课"}
WEEK_DAYS = "一二三四五六日"
DAY = dt.timedelta(days=1)


def calendar_template(term: Term | None) -> bytes:
    """Return a workbook with the announced days of the term filled in; without a term only the examples."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E3EEE9", "border": 1})
        sheet = book.add_worksheet("校历")
        sheet.set_column(0, 1, 20)
        sheet.set_column(2, 4, 16)
        for at, words in enumerate(HEADINGS):
            sheet.write_string(0, at, words, bold)
        for row, cells in enumerate([*EXAMPLES, *_announced(term)], start=1):
            for at, text in enumerate(cells):
                sheet.write_string(row, at, text)
        sheet.data_validation(1, 3, 400, 3, {"validate": "list", "source": ["放假", "上课", "考试", "活动"]})
        sheet.freeze_panes(1, 0)
        if term is not None:
            _grid(book, term, bold)
    return file.getvalue()


def _announced(term: Term | None) -> list[tuple[str, ...]]:
    if term is None:
        return []
    return [(day.isoformat(), "", "", TYPES[kind], "") for day, kind in announced_days(term.starts, term.ends)]


def _grid(book: xlsxwriter.Workbook, term: Term, bold: "xlsxwriter.format.Format") -> None:
    sheet = book.add_worksheet("周历")
    sheet.set_column(0, 0, 8)
    sheet.set_column(9, 9, 50)
    for at, words in enumerate(("月份", "周次", *WEEK_DAYS, "备注")):
        sheet.write_string(0, at, words, bold)
    day, row = monday(term.starts), 1
    while day <= term.ends:
        sheet.write_string(row, 0, f"{day.month}月")
        sheet.write_string(row, 1, f"第{row}周")
        for place in range(DAYS_OF_WEEK):
            sheet.write_number(row, 2 + place, (day + place * DAY).day)
        day, row = day + DAYS_OF_WEEK * DAY, row + 1
