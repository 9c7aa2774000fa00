"""In which files a roster comes: exports of other systems, WPS, OpenDocument, several files at once."""

import datetime as dt
from typing import Any

from tests.roster.corpora.habit import FULL, STAFF, STUDENTS, Correction, Habit, habit, staff_rows
from tests.roster.corpora.old_excel import xls
from tests.roster.corpora.school import PUPILS, TEACHERS
from tests.roster.corpora.writing import Page, ods, text, xlsx

FIRST_DAY = dt.date(1899, 12, 30)


@habit
def an_export_of_the_provincial_system() -> Habit:
    """学籍系统导出: a CSV in GB18030, days as 20100103, grade and class in two columns, much that nobody asked for."""
    head = ["学校名称", "年级", "班级", "学籍号", "姓名", "性别", "出生日期", "民族", "政治面貌", "身份证件号"]
    head += ["户口性质", "成员1姓名", "成员1关系", "成员1联系电话"]
    rows: list[list[Any]] = [head]
    for one in PUPILS:
        grade, _bracket, room = one.room.partition("(")
        born = one.birthday.strftime("%Y%m%d")
        place = ["兰亭中学", grade, room.replace(")", "")]
        rest = ["汉族", "群众", "", "非农业", one.guardian, one.relation, one.phone]
        rows.append([*place, one.number, one.name, one.gender, born, *rest])
    return Habit((("学籍导出.csv", text(rows, "gb18030")),), FULL | {"relation"})


@habit
def an_old_workbook_of_wps() -> Habit:
    """WPS 存的 .xls: numbers and telephones are figures, days are days, the class stands once and is merged."""
    rows: list[list[Any]] = [["学生基本情况登记表"], ["班级", "学号", "姓名", "性别", "生日", "家长", "电话"]]
    merged = ["A1:G1"]
    for one in PUPILS:
        if one.seat == 1:
            first = len(rows) + 1
            merged.append(f"A{first}:A{first + 5}")
        room = one.room if one.seat == 1 else ""
        figures = int(one.number), float(one.phone)
        rows.append([room, figures[0], one.name, one.gender, one.birthday, one.guardian, figures[1]])
    pages = Page("登记表", rows, merged), Page("Sheet2", []), Page("Sheet3", [])
    return Habit((("登记表.xls", xls(*pages)),), FULL)


@habit
def an_opendocument_sheet() -> Habit:
    """教育系统装了麒麟和 LibreOffice: an .ods with a merged title and days as days, staff in a second sheet."""
    rows: list[list[Any]] = [["高中部学生名册"], ["学号", "姓名", "性别", "班级", "出生日期"]]
    rows += [[one.number, one.name, one.gender, one.room, one.birthday] for one in PUPILS]
    pages = Page("学生", rows, merged=("A1:E1",)), Page("教师", staff_rows())
    return Habit((("名册.ods", ods(*pages)),), STUDENTS | STAFF | {"gender", "birthday"})


@habit
def students_and_staff_in_two_files() -> Habit:
    """教务处给学生, 人事处给教师: two workbooks, each with a sheet that is called Sheet1."""
    students = [["学生学号", "学生姓名", "班级名称", "小组"]]
    students += [[one.number, one.name, one.room, one.group] for one in PUPILS]
    staff = [["职工号", "姓名", "任教科目", "手机号码", "担任班主任"]]
    staff += [[one.number, one.name, one.subject, one.phone, one.homeroom] for one in TEACHERS]
    files = ("学生.xlsx", xlsx(Page("Sheet1", students))), ("教师.xlsx", xlsx(Page("Sheet1", staff)))
    return Habit(files, STUDENTS | STAFF | {"homerooms", "groups"})


@habit
def telephones_as_figures() -> Habit:
    """电话是数值: 1.38E+10 on the screen, and days as Excel's serial numbers because the column was set to General."""
    rows: list[list[Any]] = [["学号", "姓名", "班级", "出生日期", "父母姓名", "父母电话"]]
    for one in PUPILS:
        serial = (one.birthday - FIRST_DAY).days
        rows.append([int(one.number), one.name, one.room, serial, one.guardian, float(one.phone)])
    formats = {f"F{row}": "0.00E+00" for row in range(2, len(rows) + 1)}
    page = Page("学生", rows, formats=formats)
    return Habit((("学生.xlsx", xlsx(page)),), FULL - {"gender"})


@habit
def headings_in_other_words() -> Habit:
    """自己起的表头, columns in an order of their own: 名儿 is beyond guessing by word, and settled by what it holds."""
    rows: list[list[Any]] = [["在哪个班", "男女", "娃的学号", "名儿", "娃他爸妈", "打这个电话"]]
    rows += [[one.room, one.gender, one.number, one.name, one.guardian, one.phone] for one in PUPILS]
    fixes = Correction("Sheet1", "名儿", "name"), Correction("Sheet1", "娃他爸妈", "guardian_name")
    return Habit((("新建工作表.xlsx", xlsx(Page("Sheet1", rows))),), FULL - {"birthday"}, fixes)


@habit
def full_width_everything() -> Habit:
    """输入法停在全角: figures, letters, brackets and spaces are full-width, names are spread with spaces."""
    rows: list[list[Any]] = [["学　号", "姓　名", "性　别", "班　级", "家长姓名", "家长电话"]]
    for one in PUPILS:
        name = f"{one.name[0]}　{one.name[1]}" if len(one.name) == 2 else one.name
        rows.append([wide(one.number), name, one.gender, wide(one.room), one.guardian, wide(one.phone)])
    page = Page("学生名单", rows)
    return Habit((("名单.xlsx", xlsx(page)),), FULL - {"birthday"})


def wide(words: str) -> str:
    """Return figures, letters and brackets as full-width ones."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in words)


@habit
def class_codes_of_the_timetable() -> Habit:
    """排课软件的班级代码: G1-2 is 高一(2)班, and the file is separated by tabs."""
    rows: list[list[Any]] = [["学号", "姓名", "性别", "班级代码"]]
    for one in PUPILS:
        grade = "一二三".index(one.room[1]) + 1
        rows.append([one.number, one.name, one.gender, f"G{grade}-{one.room[3]}"])
    return Habit((("排课导出.txt", text(rows, "utf-8-sig", "\t")),), STUDENTS | {"gender"})


@habit
def the_year_of_entry() -> Habit:
    """按入学年份叫班: 2026级1班; a UTF-8 file with the mark at its beginning, separated by semicolons."""
    rows: list[list[Any]] = [["班级", "学号", "姓名", "出生日期"]]
    for one in PUPILS:
        year = "2025" if one.room.startswith("高二") else "2026"
        born = f"{one.birthday.year}年{one.birthday.month}月{one.birthday.day}日"
        rows.append([f"{year}级{one.room[3]}班", one.number, one.name, born])
    return Habit((("新生.csv", text(rows, "utf-8-sig", ";")),), STUDENTS | {"birthday"})


@habit
def one_file_for_each_class() -> Habit:
    """班主任各交一份: three files, the class only in the file's name, the same headings in different order."""
    orders = (0, 1, 2, 3), (1, 0, 3, 2), (2, 3, 1, 0)
    files = []
    for room, order in zip(sorted({one.room for one in PUPILS}), orders, strict=True):
        rows: list[list[Any]] = [["学号", "姓名", "性别", "座号"]]
        rows += [[one.number, one.name, one.gender, one.seat] for one in PUPILS if one.room == room]
        turned = [[row[place] for place in order] for row in rows]
        files.append((f"{room}学生名单.xlsx", xlsx(Page("Sheet1", turned))))
    return Habit(tuple(files), STUDENTS | {"gender", "seat"})
