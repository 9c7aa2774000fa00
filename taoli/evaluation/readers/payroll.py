"""Workbooks for payroll and for the office; every text is text, figures are figures."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from taoli.engine.scheme import Allowance
from taoli.evaluation.queries.pay import Payment, Work
from taoli.schemes.phrases.words import KINDS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH, WIDE = 12, 60
BASIS = {"per_student": "按学生数", "per_group": "按小组数", "fixed": "每位导师固定"}
PAY_HEAD = ("工号", "姓名", "学生数", "小组数", "计发依据", "单价（元）", "系数", "金额（元）", "算法")
WORK_HEAD = ("工号", "姓名", "学生数", "小组数", "班级数")
WORK_TAIL = ("参加会议（次）", "已记录约（小时）", "方案预计（分钟/周）")


def allowance_workbook(allowance: Allowance, rows: Sequence[Payment]) -> bytes:
    """Return an .xlsx with one line a mentor and the sum below; an amount that still waits is left empty."""
    basis = BASIS[allowance.kind.value]
    lines = [
        (
            row.mentor.number,
            row.mentor.name,
            row.students,
            row.groups,
            basis,
            allowance.amount,
            None if row.factor is None else round(row.factor, 4),
            row.amount,
            row.sentence,
        )
        for row in rows
    ]
    total = round(sum(row.amount or 0 for row in rows), 2)
    return _book("导师津贴", PAY_HEAD, [*lines, ("合计", "", None, None, "", None, None, total, "")])


def workload_workbook(rows: Sequence[Work]) -> bytes:
    """Return an .xlsx with one line a mentor: students, groups, classes, records by kind, meetings, hours."""
    kinds = sorted({kind for row in rows for kind in row.kinds})
    head = (*WORK_HEAD, *(f"{KINDS.get(kind, kind)}（次）" for kind in kinds), *WORK_TAIL)
    lines = [
        (
            row.mentor.number,
            row.mentor.name,
            row.students,
            row.groups,
            row.classes,
            *(row.kinds.get(kind, 0) for kind in kinds),
            row.conferences,
            row.hours,
            row.planned,
        )
        for row in rows
    ]
    return _book("导师工作量", head, lines)


def _book(name: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 2)
        for column, heading in enumerate(head):
            sheet.set_column(column, column, WIDE if heading == "算法" else WIDTH)
            sheet.write_string(0, column, str(heading), bold)
        for place, cells in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell, text)
                elif cell is not None:
                    sheet.write_number(place, column, cell)
    return out.getvalue()
