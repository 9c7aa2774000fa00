import pytest

from taoli.engine.summary import stage_of

NINE = tuple(f"{n}年级" for n in "一二三四五六七八九")


@pytest.mark.parametrize(
    ("name", "order", "school", "names", "expected"),
    [
        ("高一", 1, "桃李中学", (), ("senior", 1)),
        ("初三", 3, "桃李中学", (), ("junior", 3)),
        ("初四", 4, "", (), ("junior", 4)),
        ("职高二", 2, "", (), ("vocational", 2)),
        ("高二", 2, "芳洲职业中专", (), ("vocational", 2)),
        ("三年级", 3, "河西学校", NINE, ("primary", 3)),
        ("六年级", 6, "河西学校", NINE, ("primary", 6)),
        ("八年级", 8, "河西学校", NINE, ("junior", 2)),
        ("六年级", 1, "河西初级中学", ("六年级", "七年级", "八年级", "九年级"), ("junior", 1)),
        ("九年级", 4, "河西初级中学", ("六年级", "七年级", "八年级", "九年级"), ("junior", 4)),
        ("七年级", 1, "河西初级中学", ("七年级", "八年级", "九年级"), ("junior", 1)),
        ("一年级", 1, "芳洲技工学校", ("一年级", "二年级", "三年级"), ("vocational", 1)),
        ("一年级", 1, "河西学校", ("一年级",), ("primary", 1)),
        ("中专班", 0, "", (), ("vocational", 1)),
        ("2026级", 10, "", (), ("senior", 1)),
        ("2026级", 7, "", (), ("junior", 1)),
        ("2026级", 2, "河西小学", (), ("primary", 2)),
        ("2026级", 1, "桃李中学", (), ("senior", 1)),
    ],
)
def test_stage_and_place_of_a_grade(
    name: str, order: int, school: str, names: tuple[str, ...], expected: tuple[str, int]
) -> None:
    assert stage_of(name, order, school=school, names=names) == expected
