from taoli.documents.official.known import described, known
from tests.documents.every_part import EVERY


def test_names_come_from_layout_and_sample_alike() -> None:
    names = known(EVERY)
    assert names["school"] is None
    (sheet,) = names["sheets"]
    assert sheet["student"] is None
    assert sheet["texts"] == [None]
    assert sheet["talks"] == [{"on": None, "said": None}]
    assert sheet["items"] == [{"name": None, "box": None, "talks": [{"on": None, "said": None}]}]


def test_names_stand_with_the_words_beside_them() -> None:
    words = described(EVERY)
    assert words["sheet.student"] == "姓名"
    assert words["sheet.talks.said"] == "内容"
    assert words["sheet.items.box"] == "内容"
    assert words["sheet.items.name"] == ""
    assert words["sheet.texts"] == ""
