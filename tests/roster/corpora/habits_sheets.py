"""How offices lay out one workbook: titles, merged cells, sheets of classes and of groups, lists side by side."""

from typing import Any

from tests.roster.corpora.habit import FULL, STAFF, STUDENTS, Habit, habit, staff_rows
from tests.roster.corpora.school import PUPILS, ROOMS, TEACHERS, Pupil, groups, homeroom_teacher, of_room
from tests.roster.corpora.writing import Page, xlsx

SCHOOL = "兰亭中学"


@habit
def a_sheet_for_each_class() -> Habit:
    """每班一张表, named for the class; a title row, the homeroom teacher below it, headings in row 3, a total at the end."""
    head = ["序号", "学号", "姓名", "性别", "出生年月日", "家长姓名", "与学生关系", "联系电话"]
    pages = []
    for room in ROOMS:
        rows: list[list[Any]] = [
            [f"{SCHOOL}2026—2027学年度第一学期{room}学生花名册"],
            [f"班主任：{homeroom_teacher(room).name}", "", "", "", "", "", "填表日期：2026年9月3日"],
            head,
        ]
        for place, one in enumerate(of_room(room), start=1):
            rows.append([place, one.number, one.name, one.gender, one.birthday, one.guardian, one.relation, one.phone])
        girls = sum(one.gender == "女" for one in of_room(room))
        rows.append(["合计", "", f"{len(of_room(room))}人", f"女{girls}人"])
        pages.append(Page(room, rows, merged=("A1:H1", "A2:D2")))
    pages.append(Page("教师", staff_rows()))
    return Habit((("各班花名册.xlsx", xlsx(*pages)),), FULL | STAFF | {"relation", "homerooms"})


@habit
def one_list_with_merged_class_cells() -> Habit:
    """全校一张表; the cell of a class is merged over its students, and so is its homeroom teacher's."""
    rows: list[list[Any]] = [
        [f"{SCHOOL}学生信息汇总表"],
        ["班级", "班主任", "学号", "姓名", "性别", "家庭电话", "家长"],
    ]
    merged = ["A1:G1"]
    for room in ROOMS:
        first = len(rows) + 1
        for place, one in enumerate(of_room(room)):
            named = ["", ""] if place else [room, homeroom_teacher(room).name]
            rows.append([*named, one.number, one.name, one.gender, one.phone, one.guardian])
        merged += [f"{letter}{first}:{letter}{len(rows)}" for letter in "AB"]
    pages = Page("Sheet1", rows, merged), Page("教职工", staff_rows())
    return Habit((("学生信息汇总.xlsx", xlsx(*pages)),), FULL - {"birthday"} | STAFF | {"homerooms"})


@habit
def headings_in_two_lines() -> Habit:
    """表头两行: 学生 above number, name, gender and class, 父亲 and 母亲 each above 姓名 and 电话, merged."""
    upper = ["学生基本信息", "", "", "", "父亲", "", "母亲", "", "备注"]
    lower = ["学号", "姓名", "性别", "班级", "姓名", "电话", "姓名", "电话", ""]
    rows: list[list[Any]] = [[f"{SCHOOL}学生及家长联系表"], upper, lower]
    for one in PUPILS:
        parents = [one.guardian, one.phone, "", ""] if one.relation == "父亲" else ["", "", one.guardian, one.phone]
        rows.append([one.number, one.name, one.gender, one.room, *parents, ""])
    merged = ("A1:I1", "A2:D2", "E2:F2", "G2:H2", "I2:I3")
    carries = FULL - {"birthday"} | {"relation"}
    return Habit((("家校联系表.xlsx", xlsx(Page("联系表", rows, merged))),), carries)


@habit
def a_sheet_for_each_group() -> Habit:
    """每组一张表: class, group and mentor (导师) stand in the title row, the members below."""
    pages = []
    for place, (room, group, mentor, members) in enumerate(groups(), start=1):
        title = f"{room}{group}　导师：{mentor.name}"
        rows: list[list[Any]] = [[title], ["学号", "姓名", "性别"]]
        rows += [[one.number, one.name, one.gender] for one in members]
        pages.append(Page(f"第{place}组", rows, merged=("A1:C1",)))
    pages.append(Page("教师名单", staff_rows()))
    return Habit((("导师分组.xlsx", xlsx(*pages)),), STUDENTS | STAFF | {"gender", "groups", "pairs"})


@habit
def groups_below_each_other() -> Habit:
    """一张表里一组接一组: each group begins with a row of its own with class, group and mentor, and repeats the headings."""
    rows: list[list[Any]] = []
    merged = []
    for room, group, mentor, members in groups():
        rows.append([f"{room} {group} 指导教师：{mentor.name}"])
        merged.append(f"A{len(rows)}:C{len(rows)}")
        rows.append(["学号", "姓名", "性别"])
        rows += [[one.number, one.name, one.gender] for one in members]
        rows.append([])
    pages = Page("分组名单", rows, merged), Page("教师", staff_rows())
    return Habit((("导师小组.xlsx", xlsx(*pages)),), STUDENTS | STAFF | {"gender", "groups", "pairs"})


@habit
def lists_side_by_side() -> Habit:
    """一页两栏: the first half of a class left, the second right, with the same headings, to print on one page."""
    pages = []
    for room in ROOMS:
        ones, head = of_room(room), ["学号", "姓名", "性别", "座号"]
        half = len(ones) // 2
        rows: list[list[Any]] = [[f"{room}名单"], [*head, "", *head]]
        for left, right in zip(ones[:half], ones[half:], strict=True):
            rows.append([*_brief(left), "", *_brief(right)])
        pages.append(Page(room.replace("班", ""), rows, merged=("A1:I1",)))
    return Habit((("班级名单（打印版）.xlsx", xlsx(*pages)),), STUDENTS | {"gender", "seat"})


def _brief(one: Pupil) -> list[Any]:
    return [one.number, one.name, one.gender, one.seat]


@habit
def homeroom_in_the_notes() -> Habit:
    """教师表里没有班主任一列: 备注 says 高一(1)班班主任, or something quite different."""
    rows: list[list[Any]] = [["编号", "教师姓名", "性别", "学科", "联系方式", "备注"]]
    others = iter(("校级骨干教师", "", "体育组组长"))
    for one in TEACHERS:
        note = f"{one.homeroom}班主任" if one.homeroom else next(others)
        rows.append([one.number, one.name, one.gender, one.subject, one.phone, note])
    students = [["学号", "姓名", "班级"], *([one.number, one.name, one.room] for one in PUPILS)]
    pages = Page("教职工", rows), Page("学生", students)
    return Habit((("师生名册.xlsx", xlsx(*pages)),), STUDENTS | STAFF | {"homerooms"})


@habit
def a_hidden_sheet_and_totals() -> Habit:
    """去年的表隐藏着, subtotals after each class, a total and a line for signatures at the bottom, comments in cells."""
    head = ["学号", "姓名", "性别", "班级", "出生日期"]
    rows: list[list[Any]] = [head]
    for room in ROOMS:
        rows += [[one.number, one.name, one.gender, one.room, one.birthday.isoformat()] for one in of_room(room)]
        rows.append(["小计", f"{len(of_room(room))}人"])
    rows += [["总计", f"{len(PUPILS)}人"], [], ["制表人：", "", "审核：", "", "2026年9月"]]
    last_year = [head, ["2025990", "旧生", "男", "高三(9)班", "2008-01-01"]]
    pages = Page("2026秋", rows, notes={"B3": "转入,材料未齐"}), Page("2025秋", last_year, hidden=True)
    return Habit((("花名册.xlsx", xlsx(*pages)),), STUDENTS | {"gender", "birthday"})


@habit
def a_grid_of_classes_and_subjects() -> Habit:
    """任课一览表: a row for each class, a column for each subject, the teacher's name in the cell, homeroom first."""
    subjects = [one.subject for one in TEACHERS[:5]]
    rows: list[list[Any]] = [[f"{SCHOOL}2026年秋季任课一览表"], ["班级", "班主任", *subjects]]
    rows += [[room, homeroom_teacher(room).name, *(one.name for one in TEACHERS[:5])] for room in ROOMS]
    students = [["学号", "姓名", "班级"], *([one.number, one.name, one.room] for one in PUPILS)]
    pages = Page("任课", rows, merged=("A1:G1",)), Page("教师", staff_rows()), Page("学生", students)
    return Habit((("开学三张表.xlsx", xlsx(*pages)),), STUDENTS | STAFF | {"homerooms", "teaching"})
