"""Workbooks of every format with one wrong cell each: the verdict names sheet, row, column and cause."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.roster.corpora.case import Case
from tests.roster.corpora.messy import plant, sound_sheets
from tests.roster.corpora.old_excel import xls
from tests.roster.corpora.school import PUPILS
from tests.roster.corpora.writing import Formula, Page, ods, text, xlsx

FORMATS: dict[str, Callable[..., bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
FIRST = PUPILS[0]
# (format, sheet, what is written where, row and column that must be named, code)
ROWS: list[tuple[str, str, dict[str, Any], int, str, str]] = [
    ("xls", "学生", {"A21": ""}, 21, "学号", "empty_cell"),
    ("ods", "学生", {"B22": ""}, 22, "姓名", "empty_cell"),
    ("csv", "学生", {"E23": ""}, 23, "班级", "empty_cell"),
    ("xls", "学生", {"C24": "甲"}, 24, "性别", "not_gender"),
    ("ods", "学生", {"D25": "", "E25": "3班"}, 25, "班级", "need_grade"),
    ("csv", "学生", {"D26": "高三"}, 26, "班级", "class_grade"),
    ("xls", "学生", {"F27": 0}, 27, "座号", "not_seat"),
    ("ods", "学生", {"F27": 201}, 27, "座号", "not_seat"),
    ("xlsx", "学生", {"F27": 1.5}, 27, "座号", "not_seat"),
    ("csv", "学生", {"F28": "9"}, 29, "座号", "seat_twice"),
    ("xls", "学生", {"G30": "春天"}, 30, "出生日期", "not_date"),
    ("ods", "学生", {"G31": "2010/2/30"}, 31, "出生日期", "impossible_date"),
    ("csv", "学生", {"G31": "20101301"}, 31, "出生日期", "impossible_date"),
    ("ods", "学生", {"G32": dt.date(2031, 1, 1)}, 32, "出生日期", "unlikely_date"),
    ("xls", "学生", {"G32": dt.date(1931, 1, 1)}, 32, "出生日期", "unlikely_date"),
    ("csv", "学生", {"H33": "看情况"}, 33, "住校/走读", "not_boarding"),
    ("xls", "学生", {"I34": "组" * 41}, 34, "学习小组", "too_long"),
    ("ods", "学生", {"L35": Formula("=1+1")}, 35, "家庭住址", "formula"),
    ("xls", "学生", {"L36": Formula("=1+1")}, 36, "家庭住址", "formula"),
    ("csv", "学生", {"L36": "=HYPERLINK(A1)"}, 36, "家庭住址", "formula"),
    ("xls", "学生", {"A37": 1234567890123456789.0}, 37, "学号", "digits_lost"),
    ("ods", "学生", {"A38": FIRST.number, "B38": FIRST.name}, 38, "学号", "student_twice"),
    ("csv", "学生", {"K39": "西校区"}, 39, "校区", "class_campus"),
    ("xls", "教师", {"A14": "J001", "B14": "宋雨"}, 14, "工号", "staff_twice"),
    ("ods", "教师", {"B14": ""}, 14, "姓名", "empty_cell"),
    ("xls", "教师", {"E10": "没有"}, 10, "手机", "not_phone"),
    ("xlsx", "教师", {"E11": 1.39}, 11, "手机", "not_phone"),
    ("ods", "教师", {"F12": "高三(9)班"}, 12, "班主任", "unknown_class"),
    ("xls", "教师", {"F13": "高一(1)班"}, 13, "班主任", "two_homerooms"),
    ("ods", "任课", {"A17": "高一(13)班"}, 17, "班级", "unknown_class"),
    ("xls", "任课", {"B18": ""}, 18, "学科", "empty_cell"),
    ("ods", "任课", {"C19": "", "D19": "没有此人"}, 19, "教师姓名", "unknown_staff"),
    ("xls", "任课", {"D20": "宋雨"}, 20, "工号", "staff_mismatch"),
    ("ods", "任课", {"E21": "大概"}, 21, "班主任", "not_yes"),
    ("xls", "任课", {"C24": "J099"}, 24, "工号", "unknown_staff"),
    ("ods", "任课", {"C28": "", "D28": "杨柳"}, 28, "教师姓名", "staff_many"),
    ("xls", "任课", {"F29": "化学选考班"}, 29, "教学班", "unknown_group"),
    ("ods", "家长", {"A20": "S77"}, 20, "学生学号", "unknown_student"),
    ("xls", "家长", {"B21": "张三"}, 21, "学生学号", "student_mismatch"),
    ("ods", "家长", {"C22": ""}, 22, "家长姓名", "empty_cell"),
    ("xls", "家长", {"A27": "", "B27": "张伟"}, 27, "学生姓名", "student_many"),
    ("ods", "家长", {"A28": FIRST.number, "B28": "", "C28": FIRST.guardian}, 28, "家长姓名", "guardian_twice"),
]


def make(kind: str, sheet: str, cells: dict[str, Any]) -> bytes:
    """Return the sound book with these cells, in one format; a text holds the one sheet alone."""
    sheets = sound_sheets()
    plant(sheets[sheet], cells)
    if kind == "csv":
        return text(sheets[sheet], "gb18030")
    return FORMATS[kind](*(Page(name, rows) for name, rows in sheets.items()))


FAULTY = [
    Case(
        f"{code} of {sheet} {column} {row} in .{kind}",
        f"{sheet}.{kind}",
        f"{code} {sheet} {row} {column}",
        partial(make, kind, sheet, cells),
    )
    for kind, sheet, cells, row, column, code in ROWS
]
