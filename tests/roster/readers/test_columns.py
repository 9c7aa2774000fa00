"""Headings as people write them."""

import pytest

from taoli.roster.readers.columns import GUARDIANS, SHEETS, STUDENTS, columns_of, heading, sheet_of
from taoli.roster.services.sheets import EXAMPLES


@pytest.mark.parametrize("text", ["姓名", " 姓 名 ", "*姓名", "姓名（必填）", "姓名:", "姓名(与身份证一致)"])
def test_remarks_and_spaces_do_not_matter(text: str) -> None:
    assert heading(text) == "姓名"


def test_headings_may_stand_in_any_order_among_others() -> None:
    found = columns_of(STUDENTS, ["序号", "班级", "名字", "", "学籍号"])
    assert {place: column.key for place, column in found.items()} == {1: "class", 2: "name", 4: "number"}


def test_the_name_in_the_sheet_of_guardians_is_the_guardians() -> None:
    found = columns_of(GUARDIANS, ["学生姓名", "姓名"])
    assert [column.key for column in found.values()] == ["student_name", "name"]


def test_no_heading_means_two_columns_of_a_sheet() -> None:
    for sheet in SHEETS:
        names = [name for column in sheet.columns for name in column.names]
        assert len(names) == len(set(names))


def test_a_heading_with_a_stroke_is_kept() -> None:
    assert heading("住校/走读") == "住校/走读"
    assert sheet_of("学 生")


def test_every_column_of_the_template_has_an_example() -> None:
    assert {sheet.key: {column.key for column in sheet.columns} for sheet in SHEETS} == {
        key: set(cells) for key, cells in EXAMPLES.items()
    }
