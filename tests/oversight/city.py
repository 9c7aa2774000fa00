"""A city of twenty light schools beside the two of the world: real tenancy with many schools, made in a moment."""

import datetime as dt
import functools
import os
from dataclasses import dataclass, field

from taoli.common.models import Area, School
from taoli.common.policy import Actor, Held, Role
from taoli.engine.package import SchoolKeys, new_keys, public_keys
from taoli.oversight.models import Member
from taoli.roster.models import Grade, SchoolClass, Staff, Student
from tests.stored import once
from tests.world import START, World

LEFT = dt.date(2026, 8, 25)
DISTRICTS = ("春和区", "砚田区", "麦舟县")
# code, name, district, stages
SCHOOLS = tuple(
    (f"{'cym'[place % 3]}{place:02}", name, DISTRICTS[place % 3], stages)
    for place, (name, stages) in enumerate(
        (
            ("听雨小学", ("primary",)),
            ("墨香小学", ("primary",)),
            ("穗安小学", ("primary",)),
            ("采薇小学", ("primary",)),
            ("石桥学校", ("primary", "junior")),
            ("拾穗村小学", ("primary",)),
            ("知新初级中学", ("junior",)),
            ("砚山初级中学", ("junior",)),
            ("麦浪初级中学", ("junior",)),
            ("鹿溪学校", ("primary", "junior")),
            ("砚田高级中学", ("senior",)),
            ("麦舟中学", ("junior", "senior")),
            ("听潮高级中学", ("senior",)),
            ("工美职业学校", ("vocational",)),
            ("农机职业学校", ("vocational",)),
            ("晴川小学", ("primary",)),
            ("松间小学", ("primary",)),
            ("河埠小学", ("primary",)),
            ("望舒初级中学", ("junior",)),
            ("半亩塘学校", ("primary", "junior")),
        )
    )
)
OWN_SERVER, GONE = ("own01", "云水学校"), ("gone01", "青禾小学")
STAFF, STUDENTS = 4, 12


@dataclass
class City:
    """The schools by code, the districts by name; `keys` sign for the school on its own server."""

    districts: dict[str, Area] = field(default_factory=dict)
    schools: dict[str, School] = field(default_factory=dict)
    keys: SchoolKeys | None = None

    def office(self, code: str) -> Actor:
        """Return the moral-education office of a school."""
        return Actor(None, self.schools[code].pk, roles=(Held(Role.MORAL_OFFICE),))


def build_city(world: World) -> City:
    """Return the city around the world's two schools: twenty hosted schools (two grades, four staff, twelve students
    each, every second one without a mentor), one on its own server, one that has gone up in 听雨小学; all are members
    of the city's bureau, and those of 春和区 of the district's.
    """
    return once("city", functools.partial(_make, world))


def _make(world: World) -> City:
    city = City(keys=new_keys(os.urandom))
    above = world.bureaus["city"].area
    for name in DISTRICTS:
        city.districts[name], _new = Area.objects.get_or_create(name=name, kind=Area.Kind.DISTRICT, parent=above)
    made = [School(code=code, name=name, area=city.districts[area]) for code, name, area, _stages in SCHOOLS]
    School.objects.bulk_create(made)
    city.schools = {one.code: one for one in School.objects.filter(code__in=[row[0] for row in SCHOOLS])}
    _people(city)
    _members(world, city)
    return city


def _people(city: City) -> None:
    grades, rooms, staff, students = [], [], [], []
    for school in city.schools.values():
        mine = [
            Staff(school=school, number=f"T{one}", name=f"{school.name}师{one}", sort_key=f"{one}")
            for one in range(STAFF)
        ]
        both = [Grade(school=school, name=name, order=order) for order, name in ((1, "一年级"), (2, "二年级"))]
        of_grade = [SchoolClass(school=school, grade=one, name=f"{one.name}(1)班", number=1) for one in both]
        staff += mine
        grades += both
        rooms += of_grade
        students += [
            Student(
                school=school,
                number=f"S{one:02}",
                name=f"{school.name}生{one}",
                sort_key=f"{one:02}",
                school_class=of_grade[one % 2],
                mentor=mine[one % STAFF] if one % 4 < STAFF // 2 else None,
            )
            for one in range(STUDENTS)
        ]
    Grade.objects.bulk_create(grades)
    SchoolClass.objects.bulk_create(rooms)
    Staff.objects.bulk_create(staff)
    Student.objects.bulk_create(students)


def _members(world: World, city: City) -> None:
    assert city.keys is not None
    bureaus = [(world.bureaus["city"], DISTRICTS), (world.bureaus["district"], DISTRICTS[:1])]
    rows = []
    for bureau, areas in bureaus:
        known = {"school": bureau, "joined_on": START}
        for code, name, area, stages in SCHOOLS:
            if area in areas:
                hosted = city.schools[code]
                place = {"code": code, "name": name, "sort_key": code, "district": city.districts[area]}
                rows.append(Member(**known, **place, stages=list(stages), hosted=hosted))
        own = dict(zip(("code", "name", "sort_key"), (*OWN_SERVER, "own01"), strict=True))
        district = city.districts[DISTRICTS[0]]
        key = public_keys(city.keys)[0]
        rows.append(Member(**known, **own, district=district, sign_key=key, compared_on=START, stages=["primary"]))
        successor = next(one for one in rows if one.school == bureau and one.code == SCHOOLS[0][0])
        gone = dict(zip(("code", "name", "sort_key"), (*GONE, "gone01"), strict=True))
        rows.append(Member(**known, **gone, district=district, left_on=LEFT, successor=successor, stages=["primary"]))
    Member.objects.bulk_create(rows)
