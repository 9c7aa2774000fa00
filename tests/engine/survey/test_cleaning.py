"""Names leave a text, as far as a machine can tell."""

import pytest

from taoli.engine.survey import cleaner

PEOPLE = ("林子涵", "欧阳静远", "王敏", "赵思源", "周")


@pytest.mark.parametrize(
    ("text", "clean", "places"),
    [
        ("王敏和林子涵谈过", "[名字]和[名字]谈过", 2),
        ("子涵很开心", "[名字]很开心", 1),
        ("王老师很耐心，李主任也来过", "[名字]老师很耐心，[名字]主任也来过", 2),
        ("欧阳静远帮我", "[名字]帮我", 1),
        ("打13800138000或 0536-8812345", "打[电话]或 [电话]", 2),
        ("高一(3)班、高一3班、三年级二班", "[班级]、[班级]、[班级]", 3),
        ("我们班很好，导师常来", "我们班很好，导师常来", 0),
        ("这位老师好", "这位老师好", 0),
        ("2026年11月", "2026年11月", 0),
    ],
)
def test_names_numbers_and_classes(text: str, clean: str, places: int) -> None:
    found = cleaner(PEOPLE)(text)
    assert (found.text, found.places) == (clean, places)


def test_without_any_people_the_rest_is_still_found() -> None:
    assert cleaner([])("张老师").text == "[名字]老师"
