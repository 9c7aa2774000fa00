from taoli.engine.scoring import stroke_key
from taoli.engine.scoring.strokes import PLACES, STROKES


def test_names_stand_by_the_strokes_of_their_surname() -> None:
    names = ["赵国栋", "李慧", "王敏", "丁一", "陈立", "周宁", "孙悦"]
    # 丁 2, 王 4, 孙 6, 李 and 陈 7, 周 8, 赵 9
    assert sorted(names, key=stroke_key) == ["丁一", "王敏", "孙悦", "李慧", "陈立", "周宁", "赵国栋"]


def test_equal_surnames_stand_by_the_whole_name_and_unknown_ones_last() -> None:
    assert sorted(["Anna", "王甲", "王乙"], key=stroke_key) == ["王乙", "王甲", "Anna"]
    assert len(PLACES) == sum(len(characters) for characters in STROKES.values())
