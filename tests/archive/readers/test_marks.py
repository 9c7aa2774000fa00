import re
from pathlib import Path
from typing import Any

import pytest

from taoli.archive.phrases.exams import problem_rows
from taoli.archive.queries.pupils import known_of, pupils_of, subjects_of
from taoli.archive.readers.mark_sheet import marks_workbook
from taoli.archive.readers.marks import MarkReading, read_marks
from taoli.roster.models import Student
from tests.archive.examining import examine, workbook
from tests.world import World

HEADS = ["学号", "姓名", "班级", "语文", "数学"]
LIN = ["S001", "林子涵", "高一(1)班", "88.5", "90"]


def read(world: World, data: bytes, **said: Any) -> MarkReading:
    return read_marks("成绩.xlsx", data, known_of(world.school.pk, examine(world, **said)))


def texts(world: World, reading: MarkReading) -> dict[str, list[str]]:
    names = {student.pk: name for name, student in world.students.items()}
    found: dict[str, list[str]] = {}
    for (student, _subject, _again), mark in reading.marks.items():
        found.setdefault(names[student], []).append(mark.text)
    return found


def faults(reading: MarkReading) -> list[tuple[str, Any, str, str]]:
    return [
        (one["sheet"], one["row"], one["column"], one["sentence"])
        for one in problem_rows(p.as_json() for p in reading.problems)
    ]


def test_one_row_a_student_one_column_a_subject_with_words_for_no_mark(world: World) -> None:
    rows = [
        ["期中考试成绩"],
        HEADS,
        LIN,
        ["S002", "周一诺", "", "缺考", "请假"],
        ["S003", "孙浩然", "", "免考", "补 78"],
        ["S004", "赵思源", "", "A", 77],
        ["S005", "", "", "", ""],
    ]
    reading = read(world, workbook(("高一", rows)))
    assert faults(reading) == []
    assert texts(world, reading) == {
        "林子涵": ["88.5", "90"],
        "周一诺": ["缺考", "请假"],
        "孙浩然": ["免考", "补78"],
        "赵思源": ["A", "77"],
    }


def test_several_sheets_of_classes_or_subjects_are_put_together_and_sums_and_places_are_not_read(world: World) -> None:
    one = [["学号", "语文成绩", "总分", "年级名次"], ["S001", 88, 178, 1]]
    two = [["姓名", "班级", "数学（满分100）"], ["林子涵", "1班", 90], ["赵思源", "高一2班", 70]]
    reading = read(world, workbook(("语文", one), ("数学", two), ("说明", [["请按此填写"]])))
    assert faults(reading) == []
    assert texts(world, reading) == {"林子涵": ["88", "90"], "赵思源": ["70"]}
    assert (reading.ignored, reading.unread) == (["总分", "年级名次"], ["说明"])


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("121", "121 高于 语文 的满分 120"),
        ("-5", "不是成绩"),
        ("八十", "不是成绩"),
        ("88.555", "小数超过两位"),
        ("补", "不是成绩"),
        ("补考130", "130 高于 语文 的满分 120"),
        ("F", "不是成绩"),
        ("1e9", "不是成绩"),
    ],
)
def test_what_is_no_mark_is_named_with_sheet_row_and_column(world: World, cell: str, words: str) -> None:
    reading = read(world, workbook(("高一", [HEADS, ["S001", "", "", cell, "90"]])))
    ((sheet, row, column, sentence),) = faults(reading)
    assert (sheet, row, column) == ("高一", 2, "语文")
    assert words in sentence


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (["S999", "", "", "1", ""], "学号", "S999 不在这次考试的名单里"),
        (["S006", "", "", "1", ""], "学号", "学生 S006 在别的年级或班级"),
        (["S001", "周一诺", "", "1", ""], "姓名", "S001"),
        (["", "没有的人", "", "1", ""], "姓名", "没有的人 不在这次考试的名单里"),
        (["", "林子涵", "高一(2)班", "1", ""], "姓名", "高一(2)班 林子涵 不在"),
        (["", "", "高一(1)班", "1", ""], "姓名", "这里没有填"),
    ],
)
def test_who_is_meant_must_be_plain(world: World, row: list[str], column: str, words: str) -> None:
    ((_sheet, number, where, sentence),) = faults(read(world, workbook(("高一", [HEADS, row]))))
    assert (number, where) == (2, column)
    assert words in sentence


def test_two_of_one_name_are_asked_for_their_number(world: World) -> None:
    Student.objects.of(world.school).filter(pk=world.students["赵思源"].pk).update(name="林子涵")
    rows = [["姓名", "语文"], ["林子涵", "80"]]
    ((_sheet, _row, _column, sentence),) = faults(read(world, workbook(("高一", rows))))
    assert "2" in sentence
    assert "学号" in sentence
    known = [["姓名", "班级", "语文"], ["林子涵", "高一（2）班", "80"]]
    assert faults(read(world, workbook(("高一", known)), name="另一次")) == []


def test_a_student_twice_in_a_subject_is_a_fault_and_a_re_sit_beside_the_first_is_none(world: World) -> None:
    rows = [["学号", "语文"], ["S001", "80"], ["S001", "补90"], ["S001", "81"]]
    ((_sheet, row, _column, sentence),) = faults(read(world, workbook(("高一", rows))))
    assert row == 4
    assert "高一 第 2 行" in sentence


def test_a_formula_cell_is_refused(world: World) -> None:
    data = workbook(("高一", [HEADS, LIN]), formula=(1, 3))
    ((_sheet, row, column, sentence),) = faults(read(world, data))
    assert (row, column) == (2, "语文")
    assert "公式" in sentence


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["随便"], ["什么"]], "没有一张表有这次考试的科目列"),
        ([HEADS], "一个成绩也没有"),
        ([["语文", "数学"], ["80", "90"]], "学号 / 姓名"),
        ([["学号", "语文", "化学"], ["S001", "80", "90"]], "没有 化学 这一科"),
        ([["学号", "语文", "语文成绩"], ["S001", "80", "90"]], "语文"),
        ([["学号", "化学"], ["S001", "90"]], "没有一张表有这次考试的科目列"),
    ],
)
def test_columns_that_are_missing_strange_or_twice_are_named(world: World, rows: list[list[str]], words: str) -> None:
    assert any(words in sentence for *_place, sentence in faults(read(world, workbook(("高一", rows)))))


def test_what_is_no_workbook_and_cells_too_far_away_are_refused(world: World) -> None:
    exam = examine(world)
    assert read_marks("a.xlsx", b"MZ", known_of(world.school.pk, exam)).problems[0].code == "not_workbook"
    far = read_marks("a.xlsx", workbook(("高一", [[*[""] * 150, "x"]])), known_of(world.school.pk, exam))
    assert far.problems[0].code == "sheet_too_large"


def test_the_template_lists_each_class_and_comes_back_in(world: World, tmp_path: Path) -> None:
    exam = examine(world)
    data = marks_workbook(pupils_of(world.school.pk, exam), subjects_of(world.school.pk, exam))
    assert not re.search(rb"<f>", data)
    reading = read_marks("成绩.xlsx", data, known_of(world.school.pk, exam))
    assert [one.code for one in reading.problems] == ["marks_empty"]
    assert reading.ignored == []
    assert marks_workbook([], [])


def test_an_exam_of_one_class_asks_that_class_only(world: World) -> None:
    room = world.classes["高一(1)班"].pk
    reading = read(world, workbook(("高一", [HEADS, ["S004", "", "", "80", ""]])), class_id=room)
    assert [one.code for one in reading.problems] == ["marks_elsewhere"]
