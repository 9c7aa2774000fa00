"""The schools of the demo's city: invented, of every kind, each with its own small story."""

import datetime as dt
import math
from dataclasses import dataclass

PER_MENTOR = 11
DISTRICTS = ("春和区", "砚田区", "麦舟县")
STAGES = {
    "primary": ("一年级", "二年级", "三年级", "四年级", "五年级", "六年级"),
    "junior": ("七年级", "八年级", "九年级"),
    "senior": ("高一", "高二", "高三"),
    "vocational": ("职一", "职二", "职三"),
}
MERGED_ON = dt.date(2026, 8, 25)


@dataclass(frozen=True, slots=True)
class Level:
    """A grade: its name, stage, campus and about how many students."""

    name: str
    stage: str
    campus: str
    students: int


@dataclass(frozen=True, slots=True)
class Story:
    """What is particular: the week of the term by which everybody has a mentor (this year, last year), how much is done
    compared with others, weeks without a summary, weeks whose summary comes late, the share of handover receipts that
    nobody has sent yet at the end of August, whether the school has a server of its own.
    """

    paired_by: tuple[int, int] = (3, 4)
    pace: float = 1.0
    missing: tuple[dt.date, ...] = ()
    late: tuple[dt.date, ...] = ()
    receipts: float = 0.0
    own_server: bool = False
    into: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A school of the city."""

    code: str
    name: str
    district: str
    levels: tuple[Level, ...]
    story: Story

    @property
    def stages(self) -> tuple[str, ...]:
        """Its stages, the lowest first."""
        return tuple(dict.fromkeys(level.stage for level in self.levels))

    @property
    def campuses(self) -> int:
        """How many campuses."""
        return len({level.campus for level in self.levels})

    @property
    def mentors(self) -> int:
        """How many mentors."""
        return max(4, math.ceil(sum(level.students for level in self.levels) / PER_MENTOR))


def _of(stage: str, students: int, campus: str = "") -> tuple[Level, ...]:
    """Return the grades of a stage, each with about so many students."""
    names = STAGES[stage]
    return tuple(Level(name, stage, campus, students + place % 3) for place, name in enumerate(names))


def _school(number: int, name: str, levels: tuple[Level, ...], story: Story | None = None) -> Place:
    district = number // 100
    return Place(f"fz{number}", name, DISTRICTS[district - 1], levels, story or Story())


def city_schools() -> tuple[Place, ...]:
    """Return the schools beside the two that the demo really keeps."""
    week = dt.date(2026, 10, 19)
    mends = Story(paired_by=(11, 4), pace=0.5)
    small = Story(paired_by=(2, 2))
    return (
        _school(101, "听雨小学", _of("primary", 168)),
        _school(102, "采薇小学", _of("primary", 132), Story(pace=1.2)),
        _school(103, "知新初级中学", _of("junior", 246), Story(receipts=0.35)),
        _school(104, "鹿溪九年一贯制学校", _of("primary", 84, "南校区") + _of("junior", 126, "北校区")),
        _school(105, "听潮高级中学", _of("senior", 410), Story(late=(dt.date(2026, 11, 2),))),
        _school(106, "工美职业学校", _of("vocational", 190), mends),
        _school(107, "拾穗村小学", _of("primary", 7), small),
        _school(108, "青禾小学", _of("primary", 45), Story(into="fz102")),
        _school(201, "墨香小学", _of("primary", 150), Story(paired_by=(4, 6))),
        _school(202, "石桥小学", _of("primary", 96)),
        _school(203, "砚山初级中学", _of("junior", 230), Story(receipts=0.1)),
        _school(204, "砚田实验学校", _of("primary", 110) + _of("junior", 140), Story(pace=1.1)),
        _school(205, "砚田高级中学", _of("senior", 380)),
        _school(206, "云水学校", _of("primary", 72) + _of("junior", 88), Story(own_server=True)),
        _school(207, "松间小学", _of("primary", 126), Story(missing=(week,))),
        _school(208, "望舒初级中学", _of("junior", 204)),
        _school(301, "麦浪小学", _of("primary", 118)),
        _school(302, "河埠小学", _of("primary", 87), Story(paired_by=(5, 5), pace=0.8)),
        _school(303, "麦舟初级中学", _of("junior", 260), Story(receipts=0.2)),
        _school(304, "麦舟中学", _of("junior", 150) + _of("senior", 220)),
        _school(305, "农机职业学校", _of("vocational", 140), Story(pace=0.9)),
        _school(306, "半亩塘小学", _of("primary", 6), small),
        _school(307, "晴川小学", _of("primary", 140)),
        _school(308, "远岫高级中学", _of("senior", 300)),
    )
