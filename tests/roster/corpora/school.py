"""The small school that every roster of the habits describes: invented people, three classes, six study groups."""

import datetime as dt
from dataclasses import dataclass

ROOMS = ("高一(1)班", "高一(2)班", "高二(1)班")
GROUPS = ("启明组", "远航组")
GROUP_SIZE = 3


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student with one guardian, and the study group of the class the student belongs to."""

    number: str
    name: str
    gender: str
    room: str
    seat: int
    birthday: dt.date
    group: str
    guardian: str
    relation: str
    phone: str


@dataclass(frozen=True, slots=True)
class Teacher:
    """A member of staff; `homeroom` is a class or empty."""

    number: str
    name: str
    gender: str
    subject: str
    phone: str
    homeroom: str


# Two children of one name, a rare character, names of ethnic minorities, one with a Latin full stop in the file only.
NAMES = (
    ("张伟", "罗一鸣", "阿依古丽·买买提", "王㛃", "欧阳思远", "何晨曦"),
    ("张伟", "郑书瑶", "谢宇", "李𬍛", "扎西·多吉", "沈千寻"),
    ("蒋承泽", "韩雪", "陆知行", "苏木", "司马青", "温如玉"),
)
GIRLS = {"阿依古丽·买买提", "王㛃", "何晨曦", "郑书瑶", "沈千寻", "韩雪", "苏木", "温如玉"}
TEACHERS = (
    Teacher("J001", "宋雨", "女", "语文", "13900000001", ROOMS[0]),
    Teacher("J002", "唐川", "男", "数学", "13900000002", ROOMS[1]),
    Teacher("J003", "许静", "女", "英语", "13900000003", ROOMS[2]),
    Teacher("J004", "韩松", "男", "物理", "13900000004", ""),
    Teacher("J005", "杨柳", "女", "化学", "13900000005", ""),
    Teacher("J006", "秦朗", "男", "体育", "13900000006", ""),
)


def _pupil(room: int, place: int) -> Pupil:
    name, count = NAMES[room][place], room * len(NAMES[0]) + place
    mother = count % 2
    return Pupil(
        number=f"{'2025' if room > 1 else '2026'}{room % 2 + 1:02}{place + 1:02}",
        name=name,
        gender="女" if name in GIRLS else "男",
        room=ROOMS[room],
        seat=place + 1,
        birthday=dt.date(2009 if room > 1 else 2010, place + 1, count + 3),
        group=GROUPS[place // GROUP_SIZE],
        guardian=f"{name[0]}{'母' if mother else '父'}{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'[count]}",
        relation="母亲" if mother else "父亲",
        phone=f"1380000{count + 1:04}",
    )


PUPILS = tuple(_pupil(room, place) for room in range(len(ROOMS)) for place in range(len(NAMES[0])))


def of_room(room: str) -> list[Pupil]:
    """Return the students of a class."""
    return [one for one in PUPILS if one.room == room]


def groups() -> list[tuple[str, str, Teacher, list[Pupil]]]:
    """Return class, name, mentor and students of every study group."""
    keys = [(room, group) for room in ROOMS for group in GROUPS]
    return [
        (room, group, TEACHERS[place], [one for one in PUPILS if (one.room, one.group) == (room, group)])
        for place, (room, group) in enumerate(keys)
    ]


def homeroom_teacher(room: str) -> Teacher:
    """Return who runs a class."""
    return next(one for one in TEACHERS if one.homeroom == room)
