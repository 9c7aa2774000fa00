"""Class names as people write them."""

import pytest

from taoli.roster.readers.places import ClassName, class_key, class_name, grade_name, grade_order


@pytest.mark.parametrize(
    ("text", "grade", "name"),
    [
        ("高一(3)班", "", "高一(3)班"),
        ("高一（3）班", "", "高一(3)班"),
        ("高一3班", "", "高一(3)班"),
        ("高一 三班", "", "高一(3)班"),
        ("高一十二班", "", "高一(12)班"),
        ("高一二十班", "", "高一(20)班"),
        ("高中一年级3班", "", "高一(3)班"),
        ("3班", "高一", "高一(3)班"),
        ("3", "高一年级", "高一(3)班"),
        ("１０班", "七年级", "七年级(10)班"),
        ("2026级3班", "", "2026级(3)班"),
        ("3", "2026", "2026级(3)班"),
        ("高一火箭班", "", "高一火箭班"),
        ("创新班", "高一", "高一创新班"),
        ("小一(2)班", "", "一年级(2)班"),
        ("机电(2)班", "机电", "机电(2)班"),
    ],
)
def test_spellings_of_one_class_are_one(text: str, grade: str, name: str) -> None:
    room = class_name(text, grade)
    assert room is not None
    assert room.name == name


def test_a_class_knows_grade_and_number() -> None:
    assert class_name("高一(3)班") == ClassName("高一(3)班", "高一", 3)
    assert class_name("高一火箭班") == ClassName("高一火箭班", "高一", 0)


@pytest.mark.parametrize("text", ["3班", "火箭班", "高一", ""])
def test_without_a_grade_or_a_class_it_is_none(text: str) -> None:
    assert class_name(text) is None


def test_two_grades_are_an_error() -> None:
    with pytest.raises(ValueError, match="高一"):
        class_name("高一(3)班", "高二")


def test_grades_stand_in_their_order() -> None:
    names = ["高二", "一年级", "初三", "高一", "七年级", "职一"]
    assert sorted(names, key=grade_order) == ["一年级", "七年级", "初三", "高一", "高二", "职一"]
    assert sorted(["2024级", "2026级", "2025级"], key=grade_order) == ["2026级", "2025级", "2024级"]


def test_grade_names_are_made_one() -> None:
    assert [grade_name(text) for text in ("高一年级", "高中一年级", "小三", "2026", "七年级")] == [
        "高一",
        "高一",
        "三年级",
        "2026级",
        "七年级",
    ]


def test_the_key_of_two_spellings_is_the_same() -> None:
    assert class_key("高一(3)班") == class_key("高一3班") == class_key("高一（3）班")
