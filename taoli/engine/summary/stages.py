"""Which stage a grade belongs to, and its place there: from its name, its order and what the school is called."""

import re
from collections.abc import Collection

from taoli.engine.summary.shapes import StageName

NUMERALS = "一二三四五六七八九"
LETTERS: dict[str, StageName] = {"职": "vocational", "高": "senior", "初": "junior"}
OF_SCHOOLS: tuple[tuple[str, StageName], ...] = (
    ("职业", "vocational"),
    ("中专", "vocational"),
    ("中职", "vocational"),
    ("技工", "vocational"),
    ("小学", "primary"),
    ("初级", "junior"),
    ("初中", "junior"),
)
PRIMARY_LAST, JUNIOR_LAST = 6, 9


def stage_of(name: str, order: int, *, school: str = "", names: Collection[str] = ()) -> tuple[StageName, int]:
    """Return stage and place (1 is the lowest) of a grade; `names` are those of all grades of the school.

    Years counted through (七年级) belong to the stage they lie in; where primary school has five years (no 五年级 below
    a 六年级 that stands beside 七年级), the sixth is the first of the next. A year of entry (2026级) says nothing: then
    the order decides where it reaches above three years, otherwise the name of the school, otherwise senior.
    """
    plain = "".join(name.split())
    whole = _of_school(school)
    for letter, stage in LETTERS.items():
        if found := re.search(rf"{letter}[高专中]?([{NUMERALS}])", plain):
            place = NUMERALS.index(found[1]) + 1
            return ("vocational" if whole == "vocational" and stage == "senior" else stage), place
    if found := re.search(rf"([{NUMERALS}])年级", plain):
        return _counted(NUMERALS.index(found[1]) + 1, whole, {"".join(one.split()) for one in names})
    if re.search(r"中专|中职|职专", plain):
        return "vocational", max(order, 1)
    return _ordered(max(order, 1), whole)


def _counted(year: int, whole: StageName | None, names: Collection[str]) -> tuple[StageName, int]:
    if whole in {"vocational", "junior"} and year <= PRIMARY_LAST // 2 and "四年级" not in names:
        return whole, year  # 一年级 of a school that has no children
    five_years = "七年级" in names and "五年级" not in names
    if year < PRIMARY_LAST or (year == PRIMARY_LAST and not five_years):
        return "primary", year
    return "junior", year - PRIMARY_LAST + (1 if five_years and "六年级" in names else 0)


def _ordered(order: int, whole: StageName | None) -> tuple[StageName, int]:
    if order > JUNIOR_LAST:
        return "senior", order - JUNIOR_LAST
    if order > PRIMARY_LAST:
        return "junior", order - PRIMARY_LAST
    return whole or "senior", order


def _of_school(name: str) -> StageName | None:
    return next((stage for word, stage in OF_SCHOOLS if word in name), None)
