"""Whole files: what comes in, what is refused, what is only noted."""

import datetime as dt
import io
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook

from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.book import Upload
from tests.roster.books import Formula, workbook
from tests.roster.readers.reading import read, reading, rows, said, school

HEAD = ["学号", "姓名", "班级"]


def students(*cells: list[Any], head: list[str] = HEAD, **more: Any) -> Any:
    return reading({"学生": [head, *cells]}, **more)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高一(3)班", "高一(3)班"),
        ("高一3班", "高一(3)班"),
        ("高一（三）班", "高一(3)班"),
        ("高一（３）班", "高一(3)班"),
        ("高1(3)班", "高一(3)班"),
        ("高一-3", "高一(3)班"),
        ("G1-3", "高一(3)班"),
        ("G10-3班", "高一(3)班"),
    ],
)
def test_a_class_comes_in_however_it_is_written(text: str, name: str) -> None:
    assert rows(students(["S1", "甲一", text]), "students", "class", "class_number") == [(name, 3)]


def test_a_class_of_a_year_of_entry_is_the_grade_of_this_school_year_and_that_is_told() -> None:
    found = students(["S1", "甲一", "2026级3班"], ["S2", "甲二", "2025级3班"], ["S3", "甲三", "高三1班"])
    assert rows(found, "students", "class") == [("高一(3)班",), ("高二(3)班",), ("高三(1)班",)]
    assert found.notes["read_as"] == {"2026级3班": "高一(3)班", "2025级3班": "高二(3)班"}


def test_the_roster_says_the_stage_of_a_year_of_entry() -> None:
    now = Roster(grades={"七年级", "八年级"})
    assert rows(students(["S1", "甲一", "2025级3班"], now=now), "students", "class") == [("八年级(3)班",)]


def test_age_says_the_stage_when_nothing_else_does() -> None:
    head = [*HEAD, "出生日期"]
    found = students(["S1", "甲一", "2026级3班", "2020-03-01"], head=head)
    assert rows(found, "students", "class") == [("一年级(3)班",)]


def test_a_year_of_entry_stays_as_it_is_when_its_grade_is_not_plain() -> None:
    found = students(["S1", "甲一", "2026级3班"])
    assert (rows(found, "students", "class"), found.notes["read_as"]) == ([("2026级(3)班",)], {})


def test_a_school_of_two_stages_needs_to_be_told_which() -> None:
    now = Roster(grades={"一年级", "七年级", "高一"})
    assert rows(students(["S1", "甲一", "2026级3班"], now=now), "students", "class") == [("2026级(3)班",)]


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2011, 9, 1),
        40787,
        "40787",
        "20110901",
        20110901,
        "2011.9.1",
        "2011年9月1日",
        "２０１１-９-１",
        "2011/09/01",
    ],
)
def test_a_birthday_comes_in_however_it_is_written(cell: Any) -> None:
    found = students(["S1", "甲一", "高一1班", cell], head=[*HEAD, "出生日期"])
    assert rows(found, "students", "birthday") == [("2011-09-01",)]


@pytest.mark.parametrize(
    "cell", [13800000001, 13800000001.0, "13800000001", "１３８００００００01", "138-0000-0001", "+86 138 0000 0001"]
)
def test_a_telephone_comes_in_however_it_is_written(cell: Any) -> None:
    found = reading({"教师": [["工号", "姓名", "手机"], ["T1", "宋雨", cell]]})
    assert rows(found, "staff", "phone") == [("13800000001",)]


def test_a_telephone_shortened_by_a_text_has_lost_its_digits() -> None:
    found = read(Upload("教师.csv", "工号,姓名,手机\nT1,宋雨,1.38E+10\n".encode()))
    assert said(found) == [("教师", 2, "C", "digits_lost")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽 . 买买提", "阿依古丽·买买提"),
        ("扎西．多吉", "扎西·多吉"),
        ("李\U0002c35b", "李\U0002c35b"),
        ("张　伟", "张伟"),
        ("Ａｎｎａ Li", "Anna Li"),
    ],
)
def test_names_keep_rare_characters_and_have_one_kind_of_dot(text: str, name: str) -> None:
    assert rows(students(["S1", text, "高一1班"]), "students", "name") == [(name,)]


def test_a_character_of_one_computer_only_is_explained() -> None:
    assert said(students(["S1", "王\ue863", "高一1班"])) == [("学生", 2, "B", "private_character")]


def test_two_students_may_have_one_name() -> None:
    found = students(["S1", "张伟", "高一1班"], ["S2", "张伟", "高一1班"])
    assert (rows(found, "students", "number"), found.problems) == ([("S1",), ("S2",)], [])


def test_a_number_that_holds_an_identity_number_is_refused_unless_the_school_keeps_them() -> None:
    cells = ["G11010519491231002X", "甲一", "高一1班"]
    assert said(students(cells)) == [("学生", 2, "A", "number_is_identity")]
    assert said(students(cells, keep_identity=True)) == []
    assert said(students(["G110105194912310021", "甲一", "高一1班"])) == []


def test_formulas_are_refused_where_they_stand_and_not_in_columns_that_are_not_read() -> None:
    found = students(["S1", Formula("=1"), "高一1班", Formula("=2")], head=[*HEAD, "备注"])
    assert said(found) == [("学生", 2, "B", "formula")]


def test_one_sheet_a_class_takes_the_class_from_the_title_and_the_homeroom_teacher_too() -> None:
    sheets = {
        "1班": [["高一(1)班学生名单"], ["班主任：宋雨"], HEAD[:2], ["S8", "甲一"]],
        "高一2班": [["班主任:没有此人"], HEAD[:2], ["S9", "甲二"]],
    }
    found = reading(sheets, now=school())
    assert rows(found, "students", "number", "class") == [("S8", "高一(1)班"), ("S9", "高一(2)班")]
    assert found.staged["homerooms"]["rows"] == [{"class": "高一(1)班", "staff": "T1"}]
    assert found.notes["unknown_staff"] == [{"what": "homeroom", "name": "没有此人", "class": "高一(2)班", "n": 0}]


def test_a_class_in_a_title_without_its_grade_is_told_once() -> None:
    found = reading({"3班": [HEAD[:2], ["S1", "甲一"], ["S2", "甲二"]]})
    assert [(one.row, one.code) for one in found.problems] == [(1, "need_grade")]


def test_one_sheet_a_group_makes_members_and_proposes_its_mentor() -> None:
    sheets = {"第3小组": [["高一(1)班第3小组 导师：宋雨"], ["姓名", "性别"], ["何晨曦", "女"], ["张伟", "男"]]}
    found = reading(sheets, now=school())
    assert rows(found, "students", "number", "class", "study_group", "partial") == [
        ("S1", "高一(1)班", "第3小组", True),
        ("S2", "高一(1)班", "第3小组", True),
    ]
    assert found.notes["proposals"] == [
        {"staff": "T1", "name": "宋雨", "class": "高一(1)班", "group": "第3小组", "students": ["S1", "S2"]}
    ]


def test_a_column_of_mentors_proposes_too() -> None:
    found = students(
        ["S1", "何晨曦", "高一1班", "宋雨"], ["S2", "张伟", "高一1班", "某人"], head=[*HEAD, "导师"], now=school()
    )
    assert [(one["staff"], one["students"]) for one in found.notes["proposals"]] == [("T1", ["S1"])]
    assert found.notes["unknown_staff"] == [{"what": "mentor", "name": "某人", "class": "高一(1)班", "n": 0}]


def test_names_without_numbers_are_found_in_the_roster_and_new_ones_need_a_number() -> None:
    found = reading({"学生": [["姓名", "班级", "座号"], ["张伟", "高一2班", 5], ["新人", "高一2班", 6]]}, now=school())
    assert said(found) == [("学生", 3, "A", "number_needed")]
    assert rows(found, "students", "number", "seat")[0] == ("S3", 5)
    found = reading({"学生": [["姓名", "座号"], ["张伟", 5], ["何晨曦", 6]]}, now=school())
    assert said(found) == [("学生", 2, "A", "student_many")]


def test_a_list_of_new_names_only_says_once_that_numbers_are_missing() -> None:
    found = reading({"学生": [["姓名", "班级"], ["甲一", "高一2班"], ["甲二", "高一2班"]]})
    assert [(one.row, one.code, one.values) for one in found.problems] == [(1, "column_missing", {"column": "学号"})]


def test_two_lists_of_one_student_become_one_row_and_must_agree() -> None:
    sheets = {
        "学生": [HEAD, ["S1", "甲一", "高一1班"], ["S2", "甲二", "高一1班"]],
        "宿舍": [["学号", "姓名", "宿舍", "性别"], ["S1", "甲一", "1-101", "男"]],
    }
    found = reading(sheets)
    assert rows(found, "students", "number", "class", "dormitory", "gender") == [
        ("S1", "高一(1)班", "1-101", "m"),
        ("S2", "高一(1)班", None, None),
    ]
    sheets["宿舍"][1][1] = "甲三"
    assert said(reading(sheets)) == [("宿舍", 2, "B", "student_mismatch")]


def test_a_list_without_classes_takes_them_from_the_roster() -> None:
    found = reading({"宿舍": [["学号", "姓名", "性别", "宿舍"], ["S1", "何晨曦", "女", "1-101"]]}, now=school())
    assert rows(found, "students", "number", "class", "partial") == [("S1", "高一(1)班", True)]


def test_a_list_of_numbers_without_names_is_of_students_of_the_roster() -> None:
    sheets: dict[str, Any] = {"学生": [["学号", "班级", "座号"], ["S1", "高一1班", 7]]}
    assert rows(reading(sheets, now=school()), "students", "number", "name", "seat") == [("S1", "何晨曦", 7)]
    assert [(one.code, one.values) for one in reading(sheets).problems] == [("column_missing", {"column": "姓名"})]


def test_the_family_beside_a_student_becomes_guardians() -> None:
    head = [*HEAD, "父亲姓名", "父亲电话", "母亲姓名", "母亲电话"]
    found = students(["S1", "甲一", "高一1班", "甲父", 13800000001, "", ""], head=head)
    assert rows(found, "guardians", "student", "name", "phone", "relation") == [("S1", "甲父", "13800000001", "父亲")]
    assert "father_name" not in found.staged["students"]["rows"][0]
    bad = students(["S1", "甲一", "高一1班", "甲父", "问老师", "", ""], head=head)
    assert said(bad) == [("学生", 2, "E", "not_phone")]


def test_a_telephone_without_a_name_is_nobodys() -> None:
    found = students(["S1", "甲一", "高一1班", "", 13800000001], head=[*HEAD, "父亲姓名", "父亲电话"])
    assert (rows(found, "guardians", "name"), found.problems) == ([], [])


def test_rows_of_one_merged_student_are_one_student_with_two_guardians() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "学生"
    for row in (
        [*HEAD, "家长姓名", "关系"],
        ["S1", "甲一", "高一1班", "甲父", "父亲"],
        [None, None, None, "甲母", "母亲"],
    ):
        sheet.append(row)
    for area in ("A2:A3", "B2:B3", "C2:C3"):
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    found = read(Upload("名单.xlsx", out.getvalue()))
    assert (rows(found, "students", "number"), found.problems) == ([("S1",)], [])
    assert rows(found, "guardians", "student", "name") == [("S1", "甲父"), ("S1", "甲母")]


def test_a_table_of_classes_and_subjects_becomes_teaching() -> None:
    sheets = {
        "任课": [
            ["班级", "班主任", "语文", "数学"],
            ["高一1班", "宋雨", "宋雨", "唐川"],
            ["高一2班", "", "宋雨、唐川", ""],
        ]
    }
    found = reading(sheets, now=school())
    assert rows(found, "teaching", "class", "subject", "staff") == [
        ("高一(1)班", "语文", "T1"),
        ("高一(1)班", "数学", "T2"),
        ("高一(2)班", "语文", "T1"),
        ("高一(2)班", "语文", "T2"),
    ]
    assert found.staged["homerooms"]["rows"] == [{"class": "高一(1)班", "staff": "T1"}]
    sheets["任课"][1][3] = "某人"
    assert said(reading(sheets, now=school())) == [("任课", 2, "D", "unknown_staff")]


def test_homeroom_teachers_are_found_in_the_notes_of_staff_when_that_is_confirmed() -> None:
    sheets = {"教师": [["工号", "姓名", "备注"], ["T8", "许静", "高一(1)班班主任"], ["T9", "韩松", "骨干教师"]]}
    found = reading(sheets, now=school())
    assert (found.open_questions, found.guesses[0].columns[2].key) == (1, "duty")
    told = {found.guesses[0].id: {"kind": "staff", "columns": {"2": "duty"}}}
    found = reading(sheets, now=school(), corrections=told)
    assert (found.open_questions, rows(found, "staff", "number", "homeroom")) == (
        0,
        [("T8", ["高一(1)班"]), ("T9", [])],
    )


def test_hidden_sheets_are_told_and_read_only_when_chosen() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, number in (("学生", "S1"), ("去年", "S2")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEAD)
            sheet.write_row(1, 0, [number, "甲一", "高一1班"])
            sheet.write_comment(1, 1, "转入")
        sheet.hide()
    upload = Upload("名单.xlsx", out.getvalue())
    found = read(upload)
    assert (rows(found, "students", "number"), found.notes["comments"]) == ([("S1",)], 1)
    assert found.notes["hidden"] == [{"file": "名单.xlsx", "sheet": "去年"}]
    (hidden,) = [one for one in found.guesses if one.places[0].hidden]
    assert (hidden.kind, hidden.kind_why, hidden.questions) == ("ignore", "hidden", 0)
    found = read(upload, corrections={hidden.id: {"kind": "students"}})
    assert (rows(found, "students", "number"), found.notes["hidden"]) == ([("S1",), ("S2",)], [])


def test_several_files_are_read_together_and_faults_name_theirs() -> None:
    first = workbook({"Sheet1": [HEAD, ["S1", "甲一", "高一1班"]]})
    second = workbook({"Sheet1": [["学号", "家长姓名"], ["S1", "甲父"], ["S7", "某母"]]})
    found = read(Upload("学生.xlsx", first), Upload("家长.xlsx", second))
    assert [(one.file, one.row, one.code) for one in found.problems] == [("家长.xlsx", 3, "unknown_student")]
    again = read(Upload("一.xlsx", first), Upload("坏.xlsx", b"no"))
    assert [(one.file, one.code) for one in again.problems] == [("坏.xlsx", "not_workbook")]


def test_sheets_without_people_are_told_and_not_read() -> None:
    found = reading({"学生": [HEAD, ["S1", "甲一", "高一1班"]], "填表说明": [["请在九月前交"]], "空": []})
    assert (found.notes["unread"], found.problems) == ([{"file": "名单.xlsx", "sheet": "填表说明"}], [])


def test_while_a_column_is_uncertain_questions_are_open() -> None:
    found = reading({"Sheet1": [["学号", "名儿", "班级"], ["20260101", "甲一", "高一1班"]]})
    assert found.open_questions == 2


def test_two_lists_that_name_two_homeroom_teachers_are_told_once() -> None:
    head = [*HEAD, "班主任"]
    sheets = {
        "教师": [["工号", "姓名", "班主任"], ["T1", "宋雨", "高一(1)班"], ["T2", "唐川", ""]],
        "学生": [head, ["S1", "何晨曦", "高一1班", "唐川"], ["S2", "张伟", "高一1班", "唐川"]],
    }
    assert said(reading(sheets, now=school())) == [("学生", 2, "D", "two_homerooms")]


def test_guardians_and_teachers_of_a_sheet_a_class_belong_to_its_class() -> None:
    sheets = {
        "高一2班家长": [["高一(2)班家长名单"], ["学生姓名", "家长姓名", "电话"], ["张伟", "张父", "13800000001"]],
        "高一1班任课": [["高一(1)班任课教师"], ["学科", "任课教师"], ["语文", "宋雨"]],
    }
    found = reading(sheets, now=school())
    assert rows(found, "guardians", "student", "name") == [("S3", "张父")]
    assert rows(found, "teaching", "class", "subject", "staff") == [("高一(1)班", "语文", "T1")]


def test_example_rows_and_headings_without_a_list_are_left_out() -> None:
    found = students(["示例20260101", "林小满", "高一1班"], ["S1", "甲一", "高一1班"])
    assert (found.notes["examples"], rows(found, "students", "number")) == (1, [("S1",)])
    assert [one.code for one in reading({"学生": [HEAD]}).problems] == ["empty"]


def test_primary_and_middle_schools_read_their_own_codes() -> None:
    primary, middle = Roster(grades={"三年级"}), Roster(grades={"初二"})
    assert rows(students(["S1", "甲一", "G3-1"], now=primary), "students", "class") == [("三年级(1)班",)]
    assert rows(students(["S1", "甲一", "G8-1"], now=middle), "students", "class") == [("初二(1)班",)]
    assert rows(students(["S1", "甲一", "C2-1"], now=middle), "students", "class") == [("初二(1)班",)]
    assert said(students(["S1", "甲一", "G19-1"])) == [("学生", 2, "C", "need_grade")]
