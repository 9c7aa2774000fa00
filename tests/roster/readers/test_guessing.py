"""What tables and columns are taken for, and what is asked."""

from typing import Any

import pytest

from taoli.roster.readers.guess import Guess, Told, meanings, means
from taoli.roster.readers.guessing import guess_all
from tests.roster.readers.reading import areas, reading

NOTHING = Told({}, {})


def guess(*rows: list[str], told: Told = NOTHING, **more: Any) -> Guess:
    (group,) = guess_all(areas(*rows, **more), told)
    return group.guess


def keys(found: Guess) -> list[tuple[str, str]]:
    return [(one.key, one.why) for one in found.columns]


@pytest.mark.parametrize(
    ("head", "kind", "certain"),
    [
        (["学号", "姓名", "性别", "班级"], "students", True),
        (["工号", "姓名", "任教学科", "手机"], "staff", True),
        (["班级", "学科", "任课教师"], "teaching", True),
        (["班级", "班主任", "语文", "数学"], "teaching", True),
        (["学生姓名", "家长姓名", "关系", "电话"], "guardians", True),
        (["学号", "姓名", "语文", "数学", "总分"], "students", True),
        (["班级", "学号", "学生姓名", "家长姓名", "电话"], "guardians", False),
        (["班级", "学科", "教师姓名", "手机"], "teaching", False),
        (["品名", "单价", "件数"], "ignore", True),
    ],
)
def test_headings_say_the_kind_when_the_sheet_does_not(head: list[str], kind: str, certain: bool) -> None:
    sample = {"学号": "20260101", "件数": "3", "单价": "12"}
    found = guess(head, [sample.get(one, "某某") for one in head]) if kind != "ignore" else None
    if found is None:
        assert areas(head, ["铅笔", "一", "三"]) == []
    else:
        assert (found.kind, found.kind_certain, found.kind_why) == (kind, certain, "headings")


def test_the_name_of_the_sheet_or_of_the_file_says_the_kind() -> None:
    head, row = ["编号", "姓名", "电话"], ["1001", "宋雨", "13900000001"]
    assert (guess(head, row, name="教师").kind, guess(head, row, name="教师").kind_why) == ("staff", "name")
    assert guess(head, row, file="教师名单.xlsx").kind == "staff"


def test_known_headings_are_certain_and_columns_nobody_needs_are_left_out() -> None:
    found = guess(["序号", "学 号", "姓名*", "性别", "班级名称", "民族"], ["1", "S1", "甲一", "男", "高一1班", "汉"])
    assert keys(found) == [
        ("ignore", "known"),
        ("number", "known"),
        ("name", "known"),
        ("gender", "known"),
        ("class", "known"),
        ("ignore", "known"),
    ]
    assert found.questions == 0


def test_a_heading_that_is_only_near_is_asked_about() -> None:
    found = guess(["学生的学号", "姓名", "性别", "班级"], ["20260101", "甲一", "男", "高一1班"])
    assert (keys(found)[0], found.columns[0].certain, found.questions) == (("number", "similar"), False, 1)


def test_a_near_heading_over_something_else_is_not_taken() -> None:
    found = guess(["学号", "姓名", "性别", "班级", "班级荣誉称号"], ["S1", "甲一", "男", "高一1班", "无"])
    assert keys(found)[4] == ("ignore", "unknown")


def test_content_tells_a_column_whose_heading_says_nothing() -> None:
    found = guess(
        ["学号", "名儿", "", "班级"], ["20260101", "甲一", "男", "高一1班"], ["20260102", "乙二", "女", "高一1班"]
    )
    assert keys(found) == [("number", "known"), ("name", "content"), ("gender", "content"), ("class", "known")]
    assert found.columns[1].samples == ("甲一", "乙二")


def test_telephone_and_relation_belong_to_the_member_of_the_family_beside_them() -> None:
    head = ["学号", "姓名", "班级", "家长姓名", "与学生关系", "联系电话"]
    found = guess(head, ["S1", "甲一", "高一1班", "甲父", "父亲", "13800000001"])
    assert keys(found)[3:] == [("guardian_name", "known"), ("guardian_relation", "known"), ("guardian_phone", "known")]


def test_a_telephone_in_front_of_the_family_is_asked_about() -> None:
    found = guess(["学号", "姓名", "班级", "家庭电话", "家长"], ["S1", "甲一", "高一1班", "13800000001", "甲父"])
    assert keys(found)[3:] == [("guardian_phone", "similar"), ("guardian_name", "known")]


def test_a_students_own_telephone_is_nobodys_in_the_family() -> None:
    found = guess(["学号", "姓名", "班级", "家长", "学生电话"], ["S1", "甲一", "高一1班", "甲父", "13800000001"])
    assert keys(found)[4] == ("ignore", "unknown")


def test_of_student_number_and_national_number_the_schools_own_is_taken() -> None:
    found = guess(["学籍号", "学号", "姓名", "班级"], ["G1", "S1", "甲一", "高一1班"])
    assert keys(found)[:2] == [("ignore", "known"), ("number", "known")]


def test_two_columns_of_one_meaning_are_asked_about() -> None:
    found = guess(["学号", "名字", "姓名", "班级"], ["S1", "甲一", "甲一", "高一1班"])
    assert keys(found)[1:3] == [("ignore", "twice"), ("name", "known")]
    assert found.questions == 1


def test_tables_that_look_alike_are_one_question() -> None:
    sheets = {f"高一({n})班": [["学号", "名儿", "性别"], [f"2026{n}", "甲一", "男"]] for n in (1, 2, 3)}
    found = reading(sheets)
    assert [(one.questions, len(one.places)) for one in found.guesses] == [(1, 3)]
    assert [one.school_class for one in found.guesses[0].places] == ["高一(1)班", "高一(2)班", "高一(3)班"]


def test_identity_numbers_are_never_shown_as_samples() -> None:
    found = guess(
        ["学号", "姓名", "班级", "身份证号", "别的"],
        ["S1", "甲一", "高一1班", "110101201005010012", "G110101201005010012"],
    )
    assert [one.samples for one in found.columns[3:]] == [(), ("G…",)]


def test_what_the_office_says_is_certain_and_wrong_words_are_not_taken() -> None:
    rows = ["学号", "名儿", "性别", "班级"], ["20260101", "甲一", "男", "高一1班"]
    own = guess(*rows).id
    found = guess(*rows, told=Told({own: {"kind": "students", "columns": {"1": "name", "2": "nonsense"}}}, {}))
    assert (keys(found)[1], keys(found)[2], found.kind_why, found.questions) == (
        ("name", "confirmed"),
        ("gender", "known"),
        "confirmed",
        0,
    )


def test_what_it_said_before_is_remembered_by_kind_and_heading() -> None:
    rows = ["学号", "名儿", "性别", "班级"], ["20260101", "甲一", "男", "高一1班"]
    found = guess(*rows, told=Told({}, {"students": {"名儿": "name"}, "staff": {"性别": "ignore"}}))
    assert (keys(found)[1], keys(found)[2], found.questions) == (("name", "remembered"), ("gender", "known"), 0)
    found = guess(*rows, told=Told({}, {"sheet": {found.id: "ignore"}}))
    assert (found.kind, found.kind_why, found.questions) == ("ignore", "remembered", 0)


def test_meanings_are_those_of_the_kind() -> None:
    assert means("teaching", "taught:语文")
    assert not means("students", "taught:语文")
    assert ("number", "学号") in meanings("students")
    assert {key for key, _words in meanings("guardians")} == {
        *("student", "student_name", "grade", "class", "name", "relation", "phone"),
    }
