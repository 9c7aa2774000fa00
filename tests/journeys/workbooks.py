"""The workbooks a school's office brings: invented people, Chinese headings as schools write them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Book = dict[str, list[list[Any]]]

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫"
GIVEN = ("雨桐", "子墨")
ROOMS = ("高一（1）班", "高一(2)班")
GROUPS = ("启明组", "远航组", "知行组")
MENTORS = (
    ("J01", "韩松", "语文"),
    ("J02", "杨柳", "数学"),
    ("J03", "朱砚", "英语"),
    ("J04", "秦川", "物理"),
    ("J05", "尤佳", "化学"),
    ("J06", "许诺言", "生物"),
)


class Formula(str):
    """A cell that is written as a formula."""

    __slots__ = ()


def school_book() -> Book:
    """Return the new school's workbook: two classes of twelve, six teachers, a guardian for every student."""
    students = [
        student(place, f"{surname}{GIVEN[room]}", room)
        for room in range(len(ROOMS))
        for place, surname in enumerate(SURNAMES)
    ]
    return {
        "学生名单": [
            [
                "学籍号",
                "学生姓名",
                "性别",
                "所在班级",
                "座号",
                "校区",
                "是否住校",
                "小组",
                "寝室号",
                "走班",
                "身份证号",
            ],
            *students,
        ],
        "教师": [
            ["工号", "教师姓名", "学科", "手机号码", "班主任"],
            *(
                [number, name, subject, f"1390000{n:04}", ("高一(1)班", "高一(2)班")[n] if n < 2 else ""]
                for n, (number, name, subject) in enumerate(MENTORS)
            ),
        ],
        "任课": [
            ["班级", "科目", "任课教师"],
            *([room, subject, name] for room in ("高一(1)班", "高一(2)班") for _number, name, subject in MENTORS),
        ],
        "家长": [
            ["学生学号", "家长姓名", "与学生关系", "联系电话"],
            *([row[0], f"{row[1][0]}家长", "母亲", f"138{n:08}"] for n, row in enumerate(students)),
        ],
    }


def student(place: int, name: str, room: int) -> list[Any]:
    """Return one row of the student sheet."""
    boards = place % 3 == 0
    return [
        f"2026{room + 1}{place + 1:02}",
        name,
        "女" if place % 2 else "男",
        ROOMS[room],
        place + 1,
        "本部",
        "住校" if boards else "走读",
        GROUPS[place // 4],
        f"{room + 1}-{101 + place // 6}" if boards else "",
        "物理甲班" if place % 2 else "",
        "110101201005010012" if place == 0 and room == 0 else "",
    ]


def with_problems() -> Book:
    """Return the workbook with a class that is unknown, a student twice, a formula and two homeroom teachers."""
    book = school_book()
    book["任课"].append(["高一(13)班", "语文", "韩松"])
    book["学生名单"].append(list(book["学生名单"][1]))
    book["教师"][3][1] = Formula('="朱"&"砚"')
    book["教师"][4][4] = "高一(1)班"
    return book


def changed() -> Book:
    """Return the workbook some weeks later: one student comes, one has left, one moves to another study group."""
    book = school_book()
    rows = book["学生名单"]
    rows.remove(rows[-1])
    rows.append(["2026299", "沈雨桐", "女", ROOMS[1], 13, "本部", "走读", "知行组", "", "", ""])
    rows[1][7] = "远航组"
    book["家长"].remove(book["家长"][-1])
    return book


def wishes(rows: Sequence[Sequence[str]], ranks: int = 3) -> Book:
    """Return a workbook of wishes: number, name, then mentors by name, best first."""
    numerals = "一二三四五六七八九十"
    return {"志愿": [["学号", "姓名", *(f"第{numerals[place]}志愿" for place in range(ranks))], *map(list, rows)]}


def write(file: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write the sheets as an .xlsx file and return it."""
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, Formula):
                        sheet.write_formula(row, column, str(cell), None, "朱砚")
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    else:
                        sheet.write(row, column, cell)
    return file
