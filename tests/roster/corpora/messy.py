"""messy.xlsx: a sound workbook of four sheets with faults planted in it; `messy.expected.csv` lists them by hand."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from tests.roster.corpora.school import PUPILS, ROOMS, TEACHERS, Teacher
from tests.roster.corpora.writing import Formula, Page, xlsx

EXPECTED = Path(__file__).with_name("messy.expected.csv")
Rows = list[list[Any]]
# A class and teachers that nobody else depends on, so that a fault among them is one fault.
SPARE_ROOM, SPARE_STUDENTS, ELECTIVE = "高二(2)班", 30, "物理选考班"
SPARE = (("历史", "方圆"), ("地理", "江帆"), ("政治", "石磊"), ("生物", "叶青"), ("音乐", "杨柳"), ("美术", "白露"))
SPARE_TEACHERS = tuple(
    Teacher(f"J0{place:02}", name, "女", subject, f"139000000{place:02}", "")
    for place, (subject, name) in enumerate(SPARE, start=7)
)
STUDENT_HEAD = ["学号", "姓名", "性别", "年级", "班级", "座号", "出生日期", "住校/走读", "学习小组"]
STUDENT_HEAD += ["教学班", "校区", "家庭住址"]

# Where something is written over the sound workbook. Why each is wrong stands in the list of expectations.
PLANTED: dict[str, dict[str, Any]] = {
    "学生": {
        "A21": "",
        "B22": "",
        "C23": "甲",
        "D24": "",
        "E24": "2班",
        "D25": "高一",
        "F26": 0,
        "F27": "靠窗",
        "F28": 9,
        "G30": "五月一日",
        "G31": "2010-02-30",
        "G32": dt.date(2031, 1, 1),
        "G33": "1910-01-01",
        "H34": "有时",
        "I35": "组" * 41,
        "L36": Formula("=CONCATENATE(K36)"),
        "A37": 1234567890123456789,
        "A38": "20260101",
        "B38": "张伟",
        "K39": "西校区",
        "A40": "2" * 25,
        "E41": "",
        "B42": "长" * 61,
        "L43": "路" * 201,
        "C44": "男或女",
    },
    "教师": {
        "D6": "化学与生活" * 5,
        "E7": "139-0000-0006-000077",
        "A8": "J001",
        "B8": "宋雨",
        "B9": "",
        "C10": "不详",
        "E11": "问办公室",
        "F12": "高三(9)班",
        "F13": "高一(1)班",
    },
    "任课": {
        "A17": "高一(13)班",
        "B18": "",
        "C19": "",
        "D19": "没有此人",
        "D20": "宋雨",
        "E21": "也许",
        "A22": "2班",
        "A23": "高一(1)班",
        "B23": "语文",
        "C23": "J001",
        "D23": "宋雨",
        "C24": "J099",
        "A25": "",
        "F29": "化学选考班",
        "A26": "高一(2)班",
        "E26": "是",
        "E27": Formula("=1+1"),
        "C28": "",
        "D28": "杨柳",
    },
    "家长": {
        "A20": "S77",
        "B21": "张伟",
        "C22": "",
        "E23": "不知道",
        "E24": "12345",
        "C25": "长" * 61,
        "A26": "",
        "B26": "",
        "A27": "",
        "B27": "张伟",
        "A28": PUPILS[0].number,
        "B28": "",
        "C28": PUPILS[0].guardian,
        "A29": "",
        "B29": "无此人",
        "E30": Formula("=E29"),
    },
}


def clean() -> bytes:
    """Return the sound twin."""
    return xlsx(*_pages(sound_sheets()))


def messy() -> bytes:
    """Return the workbook with the faults."""
    sheets = sound_sheets()
    for name, cells in PLANTED.items():
        plant(sheets[name], cells)
    return xlsx(*_pages(sheets))


def plant(rows: Rows, cells: dict[str, Any]) -> None:
    """Write values over cells."""
    for place, value in cells.items():
        column, row = coordinate_from_string(place)
        rows[row - 1][column_index_from_string(column) - 1] = value


def expected() -> set[tuple[str, int, str, str]]:
    """Return sheet, row, column and code of every fault."""
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return {(one["sheet"], int(one["row"]), one["column"], one["code"]) for one in csv.DictReader(file)}


def _pages(sheets: dict[str, Rows]) -> list[Page]:
    hidden = Page("去年", [STUDENT_HEAD, ["旧", "", "", "", "", 0]], hidden=True)
    return [*(Page(name, rows, ("A1:L1",) if name == "学生" else ()) for name, rows in sheets.items()), hidden]


def sound_sheets() -> dict[str, Rows]:
    """Return the four sheets without a fault."""
    return {"学生": _students(), "教师": _staff(), "任课": _teaching(), "家长": _guardians()}


def _students() -> Rows:
    rows: Rows = [["兰亭中学学生名册", *[""] * 11], list(STUDENT_HEAD)]
    for one in PUPILS:
        born, grade = one.birthday, one.room[:2]
        day = [born, born.isoformat(), f"{born:%Y%m%d}", f"{born.year}年{born.month}月{born.day}日"][one.seat % 4]
        boards = "住校" if one.seat % 2 else "走读"
        rows.append(
            [one.number, one.name, one.gender, grade, one.room, one.seat, day, boards, one.group, "", "本部", ""]
        )
    for seat in range(1, SPARE_STUDENTS + 1):
        elective = ELECTIVE if seat > SPARE_STUDENTS - 6 else ""
        person = [f"202503{seat:02}", f"备{seat}", "女", "高二", SPARE_ROOM, seat]
        rows.append([*person, "2009-09-09", "走读", "", elective, "本部", "某路1号"])
    rows.append(["合计", f"{len(rows) - 2}人", *[""] * 10])
    return rows


def _staff() -> Rows:
    rows: Rows = [["工号", "姓名", "性别", "任教学科", "手机", "班主任"]]
    for one in (*TEACHERS, *SPARE_TEACHERS):
        rows.append([one.number, one.name, one.gender, one.subject, one.phone, one.homeroom])
    return [*rows, ["J013", "季风", "男", "", "", ""]]


def _teaching() -> Rows:
    rows: Rows = [["班级", "学科", "工号", "教师姓名", "班主任", "教学班"]]
    for room in ROOMS:
        for one in TEACHERS[:5]:
            rows.append([room, one.subject, one.number, one.name, "是" if one.homeroom == room else "", ""])
    for one in (*TEACHERS, *SPARE_TEACHERS):
        rows.append([SPARE_ROOM, one.subject, one.number, one.name, "", ""])
    rows.append(["", "物理", "J004", "韩松", "", ELECTIVE])
    return rows


def _guardians() -> Rows:
    rows: Rows = [["学生学号", "学生姓名", "家长姓名", "关系", "电话"]]
    rows += [[one.number, one.name, one.guardian, one.relation, one.phone] for one in PUPILS]
    rows += [[one.number, one.name, f"{one.guardian[0]}祖父", "祖父", "0531-8000 0000"] for one in PUPILS[1:12]]
    return rows
