"""The copy with the faults marked."""

import io
from typing import Any

import pytest
from django.utils import translation
from openpyxl import load_workbook

from taoli.roster.readers.book import Upload
from taoli.roster.readers.marking import AMBER, marked_copy
from tests.roster.books import Formula, workbook
from tests.roster.readers.reading import read


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


HEAD = ["学号", "姓名", "班级", "性别", "住址"]
BAD = {"学生": [["某某中学"], HEAD, ["S1", "甲一", "1班", "甲", "=1+1"], ["", Formula("=2"), "高一1班", "男", "a"]]}


def opened(*uploads: Upload) -> Any:
    problems = [one.as_json() for one in read(*uploads).problems]
    return load_workbook(io.BytesIO(marked_copy(uploads, problems))), problems


def test_each_fault_is_marked_in_its_cell_with_its_sentence_and_listed_first() -> None:
    book, problems = opened(Upload("名单.xlsx", workbook(BAD)))
    assert book.sheetnames == ["问题", "学生"]
    listed = [[cell.value for cell in row] for row in book["问题"].iter_rows(min_row=2)]
    assert [row[:4] for row in listed] == [
        ["名单.xlsx", "学生", "3", "C 班级"],
        ["名单.xlsx", "学生", "3", "D 性别"],
        ["名单.xlsx", "学生", "4", "A 学号"],
        ["名单.xlsx", "学生", "4", "B 姓名"],
    ]
    assert len(listed) == len(problems)
    sheet = book["学生"]
    assert "看不出是哪个年级" in sheet["C3"].comment.text
    assert (sheet["D3"].value, sheet["D3"].fill.start_color.rgb) == ("甲", "FF" + AMBER[1:])
    assert (sheet["A4"].value, "这里没有填" in sheet["A4"].comment.text) == (None, True)
    assert sheet["A3"].comment is None


def test_nothing_in_the_copy_is_a_formula() -> None:
    book, _problems = opened(Upload("名单.xlsx", workbook(BAD)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["学生"]["E3"].value == "=1+1"


def test_several_files_give_sheets_of_different_names_and_a_damaged_one_none() -> None:
    one = workbook({"Sheet1": [HEAD, ["S1", "甲一", "1班", "男", ""]]})
    two = workbook({"Sheet1": [["工号", "姓名", "性别"], ["T1", "", "男"]]})
    book, _problems = opened(Upload("一.xlsx", one), Upload("二.xlsx", two), Upload("三.xlsx", b"no"))
    assert book.sheetnames == ["问题", "Sheet1", "Sheet1 2"]
    assert "三.xlsx" in {row[0].value for row in book["问题"].iter_rows(min_row=2)}
