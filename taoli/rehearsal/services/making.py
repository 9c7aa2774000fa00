"""Makes a school from a spec: pure, seeded, no database."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from taoli.rehearsal.services.made import MadeClass, MadeGuardian, MadeSchool, MadeStaff, MadeStudent, Spec
from taoli.rehearsal.services.names import Namer

GROUP_NAMES = ("朝阳组", "远山组", "春笋组", "启明组", "奋楫组", "听泉组", "拾光组", "破晓组")
ROADS = ("春和路", "梅湾街", "书院巷", "东湖路", "杏林街", "柳堤路", "云台路", "桥西街")
ESTATES = ("和风苑", "锦绣里", "碧水湾", "学府家园", "桂花小区", "阳光花园")
VILLAGES = ("柳河村", "石桥村", "上湾村", "杏花岭村", "双井村")
INTRODUCTIONS = (
    "教{subject}，爱跑步。学习上卡住了，或者只是想聊聊，都可以来找我。",
    "教{subject}，办公室在二楼，午休都在。愿意听你说说最近的事。",
    "教{subject}，带过合唱队，喜欢种花。希望陪你找到自己的节奏。",
    "教{subject}，平时话不多，会认真听。一起把目标拆成小步。",
    "教{subject}，喜欢读书和爬山。周三下午最容易找到我。",
)
BOTH_PARENTS = 0.86
ROOM_BEDS = 8
FEMALE_TEACHERS = 0.58
VILLAGE_BOARDERS = 0.7
# Whose work the demo shows, and what they teach beside it.
OFFICES = (
    ("mentor", "英语"),
    ("principal", "政治"),
    ("moral_office", "历史"),
    ("assessor", "地理"),
    ("admin", "体育"),
    ("counsellor", "心理"),
)
HOMEROOM_SUBJECTS = ("语文", "数学", "英语", "物理", "化学", "生物")


def make_school(spec: Spec) -> MadeSchool:
    """Make places, people and who belongs where."""
    random = Random(spec.seed)
    namer = Namer(random)
    phones = _phones(random)
    school = MadeSchool(spec=spec)
    rooms = [(f"{grade}({number})班", number, grade) for grade in spec.grades for number in _numbers(spec)]
    school.staff = _staff(spec, random, namer, phones, [name for name, _number, _grade in rooms])
    homerooms = _homerooms(school.staff, [name for name, _number, _grade in rooms])
    school.classes = [MadeClass(name, number, grade, homerooms[name]) for name, number, grade in rooms]
    for place, one in enumerate(school.classes):
        school.students += _class(spec, random, namer, phones, one, place)
    _offices(school)
    return school


def _numbers(spec: Spec) -> range:
    return range(1, spec.classes_per_grade + 1)


def _phones(random: Random) -> Iterator[str]:
    """Yield numbers of a range no operator has: 164."""
    seen: set[int] = set()
    while True:
        number = random.randrange(10**8)
        if number not in seen:
            seen.add(number)
            yield f"164{number:08}"


def _staff(spec: Spec, random: Random, namer: Namer, phones: Iterator[str], rooms: list[str]) -> list[MadeStaff]:
    found: list[MadeStaff] = []
    for subject, count in spec.teachers:
        for place in range(count):
            gender = "f" if random.random() < FEMALE_TEACHERS else "m"
            first, last = place * len(rooms) // count, (place + 1) * len(rooms) // count
            found.append(
                MadeStaff(
                    number=f"T{len(found) + 1:03}",
                    name=namer.teacher(gender),
                    gender=gender,
                    phone=next(phones),
                    subject=subject,
                    classes=tuple(rooms[first:last]),
                    introduction=random.choice(INTRODUCTIONS).format(subject=subject),
                )
            )
    return found


def _homerooms(staff: list[MadeStaff], rooms: list[str]) -> dict[str, str]:
    """Give each class a homeroom teacher who teaches it, nobody twice where that can be had."""
    taken: set[str] = set()
    found = {}
    for room in rooms:
        fitting = [one for one in staff if room in one.classes and one.subject in HOMEROOM_SUBJECTS]
        free = [one for one in fitting if one.number not in taken] or fitting or staff
        found[room] = free[0].number
        taken.add(free[0].number)
    return found


def _class(
    spec: Spec, random: Random, namer: Namer, phones: Iterator[str], room: MadeClass, place: int
) -> list[MadeStudent]:
    size = spec.class_size
    genders = random.sample(["f", "m"] * size, size)
    boarders = [random.random() < spec.boarding_share for _each in range(size)]
    beds: dict[str, int] = {"f": 0, "m": 0}
    found = []
    for seat in range(1, size + 1):
        gender, boarder = genders[seat - 1], boarders[seat - 1]
        name = namer.student(gender, room.grade)
        grade = spec.grades.index(room.grade)
        found.append(
            MadeStudent(
                number=f"{2026 - grade}{place + 1:02}{seat:02}",
                name=name,
                gender=gender,
                birthday=_birthday(random, spec.birth_year - grade),
                class_name=room.name,
                seat=seat,
                group=GROUP_NAMES[(seat - 1) % spec.groups_per_class],
                room=_room(place, gender, beds) if boarder else "",
                boarder=boarder,
                address=_address(random, boarder=boarder),
                guardians=_guardians(random, namer, phones, name),
            )
        )
    return found


def _birthday(random: Random, year: int) -> dt.date:
    """A school year's children are born from September to August."""
    return dt.date(year, 9, 1) + dt.timedelta(days=random.randrange(365))


def _room(place: int, gender: str, beds: dict[str, int]) -> str:
    beds[gender] += 1
    house = "兰苑" if gender == "f" else "松苑"
    return f"{house}{place + 1}{(beds[gender] - 1) // ROOM_BEDS + 1:02}室"


def _address(random: Random, *, boarder: bool) -> str:
    if boarder and random.random() < VILLAGE_BOARDERS:
        return f"芳洲县{random.choice(VILLAGES)}{random.randrange(1, 220)}号"
    flat = f"{random.randrange(1, 18)}号楼{random.randrange(1, 7)}0{random.randrange(1, 5)}"
    return f"芳洲市{random.choice(ROADS)}{random.randrange(1, 300)}号{random.choice(ESTATES)}{flat}"


def _guardians(random: Random, namer: Namer, phones: Iterator[str], name: str) -> tuple[MadeGuardian, ...]:
    both = random.random() < BOTH_PARENTS
    relations = ("父亲", "母亲") if both else (random.choice(("父亲", "母亲", "祖父")),)
    return tuple(MadeGuardian(namer.guardian(name, relation), next(phones), relation) for relation in relations)


def _offices(school: MadeSchool) -> None:
    """Name grade leads and the office: teachers without a homeroom, each for one thing."""
    homerooms = {one.homeroom for one in school.classes}
    free = [one for one in school.staff if one.number not in homerooms]
    for grade in school.spec.grades:
        rooms = {one.name for one in school.classes if one.grade == grade}
        fitting = [one for one in free if rooms & set(one.classes)] or free
        school.grade_leads[grade] = fitting[0].number
        free.remove(fitting[0])
    for office, subject in OFFICES:
        fitting = [one for one in free if one.subject == subject] or free
        school.offices[office] = fitting[0].number
        free.remove(fitting[0])
