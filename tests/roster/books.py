"""Workbooks for the tests: a small new school of invented people, and changes to it."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

Rows = list[list[Any]]
Book = dict[str, Rows]


class Formula(str):
    """A cell that is written as a formula."""

    __slots__ = ()


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Return the bytes of an .xlsx with these sheets."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, Formula):
                        sheet.write_formula(row, column, str(cell), None, 7)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif isinstance(cell, dt.date):
                        sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()))
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return out.getvalue()


def school_book() -> Book:
    """Return the workbook of 新校: two classes, three teachers, four students, two guardians."""
    return {
        "学生": [
            [
                "学号",
                "姓名",
                "性别",
                "年级",
                "班级",
                "座号",
                "出生日期",
                "住校/走读",
                "学习小组",
                "宿舍",
                "教学班",
                "身份证号",
            ],
            [
                "S1",
                "何晨曦",
                "女",
                "高一",
                "1班",
                1,
                dt.date(2010, 5, 1),
                "住校",
                "向阳组",
                "1-101",
                "物理A",
                "110101201005010012",
            ],
            ["S2", "罗一鸣", "男", "高一", "1班", 2, "2010-6-2", "走读", "向阳组", "", "", ""],
            ["S3", "郑书瑶", "女", "高一", "高一（2）班", 1, "20100703", "住校", "登高组", "1-101", "物理A", ""],
            [20260004, "谢 宇", "男", "高一", "2", 2, "2010年8月4日", "走读", "登高组", "", "", ""],
        ],
        "教师": [
            ["工号", "姓名", "性别", "任教学科", "手机", "班主任"],
            ["T1", "宋雨", "女", "语文", "139 0000 0001", "高一(1)班"],
            ["T2", "唐川", "男", "数学", 13900000002, ""],
            ["T3", "许静", "女", "物理", "", ""],
        ],
        "任课": [
            ["班级", "学科", "教师姓名", "班主任"],
            ["高一(1)班", "语文", "宋雨", "是"],
            ["高一(2)班", "数学", "唐川", "是"],
            ["物理A", "物理", "许静", ""],
        ],
        "家长": [
            ["学生学号", "学生姓名", "家长姓名", "关系", "电话"],
            ["S1", "何晨曦", "何父", "父亲", "13800000001"],
            ["S2", "罗一鸣", "罗母", "母亲", "13800000002"],
        ],
    }


def changed(sheet: str, row: int, column: int, value: Any) -> bytes:
    """Return the school's workbook with one cell changed; row and column as Excel counts them, from 1."""
    book = school_book()
    cells = book[sheet][row - 1]
    cells[column - 1] = value
    return workbook(book)


def added(sheet: str, *rows: list[Any]) -> bytes:
    """Return the school's workbook with rows added to a sheet."""
    book = school_book()
    book[sheet] += rows
    return workbook(book)


def large_book(students: int, classes: int, staff: int) -> Book:
    """Return a workbook of many invented people."""
    rooms = [f"高{'一二三'[n % 3]}({n // 3 + 1})班" for n in range(classes)]
    per = students // classes
    return {
        "学生": [
            ["学号", "姓名", "性别", "班级", "座号", "学习小组"],
            *(
                [f"S{n:05}", f"学{n}", "男女"[n % 2], rooms[n // per % classes], n % per + 1, f"{n % per // 6 + 1}组"]
                for n in range(students)
            ),
        ],
        "教师": [["工号", "姓名", "任教学科"], *([f"T{n:04}", f"师{n}", "语文"] for n in range(staff))],
        "任课": [
            ["班级", "学科", "工号", "班主任"],
            *([room, "语文", f"T{n:04}", "是"] for n, room in enumerate(rooms)),
        ],
        "家长": [
            ["学生学号", "家长姓名", "关系", "电话"],
            *([f"S{n:05}", f"长{n}", "母亲", f"138{n:08}"] for n in range(students)),
        ],
    }
