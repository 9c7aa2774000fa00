"""A small school with a named cast, and a second one next door: used by every database test.

桃李中学: 高一(1)班 (李慧 homeroom), 高一(2)班 (陈立 homeroom), 高二(1)班; 王敏 mentors 林子涵 and 周一诺 of 高一(1)班;
The bureau above both is 春和区教育局: 郑岚 its officer, 宋评 a reviewer, 岳安 works at its station; 芳洲市教育局 above it has
方远 as its officer. 老秦 is a social mentor of 桃李中学.

赵国栋 leads 高一; 孙悦 is the moral-education office; 钱程 the principal; 吴考 the assessor; 何静 the
counsellor; 郑明 keeps the server.
"""

import copy
import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client

from taoli.accounts import services as accounts
from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.accounts.queries import actor_for
from taoli.common.models import Area, School
from taoli.common.policy import Actor, Role, system
from taoli.neighbourhood.models import Station, StationPost
from taoli.oversight.models import Member
from taoli.roster.models import (
    ClassStay,
    Grade,
    Group,
    GroupMember,
    Guardian,
    Guardianship,
    SchoolClass,
    SchoolDay,
    Staff,
    Student,
    Subject,
    TeachingAssignment,
    Term,
)
from tests.stored import Rows, put_back, take

START = dt.date(2026, 9, 1)
END = dt.date(2027, 1, 29)
TODAY = dt.date(2026, 11, 23)
PASSWORD = "桃李不言下自成蹊2026"


@dataclass
class World:
    """Everything by its name."""

    school: School
    other: School
    term: Term
    grades: dict[str, Grade] = field(default_factory=dict)
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    students: dict[str, Student] = field(default_factory=dict)
    guardians: dict[str, Guardian] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    bureaus: dict[str, School] = field(default_factory=dict)
    officers: dict[str, Staff] = field(default_factory=dict)
    guests: dict[str, Staff] = field(default_factory=dict)
    stranger: Student | None = None

    def actor(self, name: str) -> Actor:
        """Return the actor of somebody by name."""
        return actor_for(Membership.objects.get(account=self.accounts[name]), TODAY)

    def client(self, name: str) -> Client:
        """Return a browser signed in as somebody."""
        client = Client()
        client.force_login(self.accounts[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    @property
    def office(self) -> Actor:
        """The moral-education office."""
        return self.actor("孙悦")


_taken: dict[str, tuple[Rows, World]] = {}


def build() -> World:
    """Return both schools: made by the services the first time, put back row by row after that."""
    if connection.vendor not in _taken:
        world = _make()
        _taken[connection.vendor] = take(), copy.deepcopy(world)
        return world
    rows, world = _taken[connection.vendor]
    put_back(rows)
    return copy.deepcopy(world)


def _make() -> World:
    city = Area.objects.create(name="芳洲市", kind=Area.Kind.CITY)
    district = Area.objects.create(name="春和区", kind=Area.Kind.DISTRICT, parent=city)
    school = School.objects.create(code="taoli", name="桃李中学", area=district)
    other = School.objects.create(code="linxiao", name="邻校", area=district)
    world = World(school=school, other=other, term=_calendar(school))
    _places(world)
    _staff(world)
    _students(world)
    _roles(world)
    world.stranger = _stranger(other)
    _bureaus(world, city, district)
    return world


def _calendar(school: School) -> Term:
    term = Term.objects.create(school=school, name="2026-2027学年第一学期", starts=START, ends=END)
    holidays = [dt.date(2026, 9, 25), *(dt.date(2026, 10, day) for day in range(1, 8)), dt.date(2027, 1, 1)]
    for day in holidays:
        SchoolDay.objects.create(school=school, term=term, day=day, kind=SchoolDay.Kind.HOLIDAY)
    for day in (dt.date(2026, 9, 20), dt.date(2026, 10, 10)):
        SchoolDay.objects.create(school=school, term=term, day=day, kind=SchoolDay.Kind.MAKE_UP)
    return term


def _places(world: World) -> None:
    for order, name in ((1, "高一"), (2, "高二")):
        world.grades[name] = Grade.objects.create(school=world.school, name=name, order=order)
    for grade, number in (("高一", 1), ("高一", 2), ("高二", 1)):
        name = f"{grade}({number})班"
        world.classes[name] = SchoolClass.objects.create(
            school=world.school, grade=world.grades[grade], name=name, number=number
        )


def _staff(world: World) -> None:
    subject = Subject.objects.create(school=world.school, name="语文")
    cast = ("王敏", "李慧", "陈立", "赵国栋", "孙悦", "钱程", "吴考", "郑明", "周宁")
    for number, name in enumerate(cast, start=1):
        world.staff[name] = Staff.objects.create(
            school=world.school, number=f"T{number:03}", name=name, sort_key=f"{number:03}", subject=subject
        )
    counsellor = Staff.objects.create(school=world.school, number="T900", name="何静", sort_key="900")
    world.staff[counsellor.name] = counsellor
    for class_name, name in (("高一(1)班", "李慧"), ("高一(2)班", "陈立"), ("高二(1)班", "周宁")):
        row = world.classes[class_name]
        row.homeroom_teacher = world.staff[name]
        row.save()
    for name, class_name in (
        ("王敏", "高一(1)班"),
        ("王敏", "高一(2)班"),
        ("李慧", "高一(1)班"),
        ("周宁", "高二(1)班"),
    ):
        TeachingAssignment.objects.create(
            school=world.school,
            staff=world.staff[name],
            school_class=world.classes[class_name],
            subject=subject,
            starts=START,
        )


# name, class, mentor
STUDENTS = (
    ("林子涵", "高一(1)班", "王敏"),
    ("周一诺", "高一(1)班", "王敏"),
    ("孙浩然", "高一(1)班", "李慧"),
    ("赵思源", "高一(2)班", "王敏"),
    ("钱多多", "高一(2)班", "陈立"),
    ("吴桐", "高二(1)班", "周宁"),
)


def _students(world: World) -> None:
    for number, (name, class_name, mentor) in enumerate(STUDENTS, start=1):
        student = Student.objects.create(
            school=world.school,
            number=f"S{number:03}",
            name=name,
            sort_key=f"{number:03}",
            school_class=world.classes[class_name],
            seat=number,
            mentor=world.staff[mentor],
            gender="f" if number % 2 else "m",
        )
        world.students[name] = student
        ClassStay.objects.create(school=world.school, student=student, school_class=student.school_class, starts=START)
    for group_name, class_name, members in (
        ("朝阳组", "高一(1)班", ("林子涵", "周一诺")),
        ("远山组", "高一(1)班", ("孙浩然",)),
        ("春笋组", "高一(2)班", ("赵思源", "钱多多")),
    ):
        group = Group.objects.create(
            school=world.school,
            kind=Group.Kind.STUDY_GROUP,
            name=group_name,
            school_class=world.classes[class_name],
        )
        world.groups[group_name] = group
        for name in members:
            GroupMember.objects.create(school=world.school, group=group, student=world.students[name], starts=START)
    guardian = Guardian.objects.create(school=world.school, name="林母", phone="13800000000")
    Guardianship.objects.create(
        school=world.school, student=world.students["林子涵"], guardian=guardian, relation="母亲"
    )
    world.guardians["林母"] = guardian


def _roles(world: World) -> None:
    by = system(world.school.pk)
    one, lead = world.classes["高一(1)班"], world.grades["高一"]
    at_class = {"place_kind": RoleHeld.Place.CLASS, "place_id": one.pk, "grade_id": lead.pk}
    at_grade = {"place_kind": RoleHeld.Place.GRADE, "place_id": lead.pk}
    cast: tuple[tuple[str, Role, dict[str, Any]], ...] = (
        ("王敏", Role.MENTOR, {}),
        ("李慧", Role.HOMEROOM_TEACHER, at_class),
        ("赵国栋", Role.GRADE_LEAD, at_grade),
        ("孙悦", Role.MORAL_OFFICE, {}),
        ("钱程", Role.PRINCIPAL, {}),
        ("吴考", Role.ASSESSOR, {}),
        ("何静", Role.COUNSELLOR, {}),
        ("郑明", Role.ADMIN, {}),
    )
    for name, role, place in cast:
        account = _account(world, name, Membership.Kind.STAFF, world.staff[name].pk)
        accounts.give_role(by=by, account=account, role=role, starts=START, **place)
    student = _account(world, "林子涵", Membership.Kind.STUDENT, world.students["林子涵"].pk)
    accounts.give_role(by=by, account=student, role=Role.STUDENT, starts=START)
    guardian = _account(world, "林母", Membership.Kind.GUARDIAN, world.guardians["林母"].pk)
    accounts.give_role(by=by, account=guardian, role=Role.GUARDIAN, starts=START)


# One of the cast for each role; each holds that role only.
CAST = {
    Role.MENTOR: "王敏",
    Role.HOMEROOM_TEACHER: "李慧",
    Role.GRADE_LEAD: "赵国栋",
    Role.MORAL_OFFICE: "孙悦",
    Role.PRINCIPAL: "钱程",
    Role.ASSESSOR: "吴考",
    Role.COUNSELLOR: "何静",
    Role.ADMIN: "郑明",
    Role.STUDENT: "林子涵",
    Role.GUARDIAN: "林母",
    Role.SOCIAL_MENTOR: "老秦",
    Role.OFFICER: "郑岚",
    Role.REVIEWER: "宋评",
    Role.STATION_STAFF: "岳安",
}


def _bureaus(world: World, city: Area, district: Area) -> None:
    """The bureaus, their people, a station, and the social mentor of the school."""
    for area, code, name in ((city, "fangzhou", "芳洲市教育局"), (district, "chunhe", "春和区教育局")):
        world.bureaus[area.kind] = School.objects.create(code=code, name=name, area=area, kind=School.Kind.BUREAU)
    people = (
        (district, "B001", "郑岚", Role.OFFICER),
        (district, "B002", "宋评", Role.REVIEWER),
        (district, "B003", "岳安", Role.STATION_STAFF),
        (city, "B001", "方远", Role.OFFICER),
    )
    for area, number, name, role in people:
        bureau = world.bureaus[area.kind]
        row = Staff.objects.create(school=bureau, number=number, name=name, sort_key=number)
        world.officers[name] = row
        account = _account(world, name, Membership.Kind.STAFF, row.pk, bureau)
        accounts.give_role(by=system(bureau.pk), account=account, role=role, starts=START)
    bureau = world.bureaus["district"]
    station = Station.objects.create(school=bureau, name="春和社区辅导站", kind="community", street="春和街道")
    StationPost.objects.create(school=bureau, station=station, staff=world.officers["岳安"], starts=START)
    known = {"kind": Staff.Kind.SOCIAL, "vetted_on": START, "sort_key": "901"}
    guest = Staff.objects.create(school=world.school, number="S901", name="老秦", **known)
    world.guests["老秦"] = guest
    account = _account(world, "老秦", Membership.Kind.STAFF, guest.pk)
    accounts.give_role(by=system(world.school.pk), account=account, role=Role.SOCIAL_MENTOR, starts=START)
    for school in (world.school, world.other):
        for above in world.bureaus.values():
            Member.objects.create(
                school=above,
                code=school.code,
                name=school.name,
                sort_key=school.code,
                district=district,
                stages=["senior"],
                hosted=school,
                joined_on=START,
            )


def _account(world: World, name: str, kind: str, person: uuid.UUID, place: School | None = None) -> Account:
    account = accounts.open_account(
        by=system((place or world.school).pk),
        school=place or world.school,
        username=name,
        person_kind=kind,
        person_id=person,
        name=name,
    )
    world.accounts[name] = account
    return account


def _stranger(other: School) -> Student:
    grade = Grade.objects.create(school=other, name="高一", order=1)
    room = SchoolClass.objects.create(school=other, grade=grade, name="高一(1)班", number=1)
    return Student.objects.create(school=other, number="S001", name="邻校生", school_class=room)
