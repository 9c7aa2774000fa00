"""Writes a made school's places and people, table by table."""

from dataclasses import dataclass, field
from typing import Any

from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.rehearsal.services.made import MadeClass, MadeGuardian, MadeSchool, MadeStaff, MadeStudent
from taoli.rehearsal.services.terms import TERM_NAME, TERM_STARTS, make_term
from taoli.roster.models import (
    Campus,
    ClassStay,
    Grade,
    Group,
    GroupMember,
    Guardian,
    Guardianship,
    SchoolClass,
    Staff,
    Student,
    Subject,
    TeachingAssignment,
    Term,
)
from taoli.roster.services.names import sort_key

BATCH = 500


@dataclass
class Loaded:
    """A school in the database: rows by the made school's keys."""

    school: School
    made: MadeSchool
    term: Term
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    students: dict[str, Student] = field(default_factory=dict)
    groups: dict[tuple[str, str], Group] = field(default_factory=dict)
    guardians: dict[str, Guardian] = field(default_factory=dict)

    @property
    def by(self) -> Actor:
        """Whoever runs the command."""
        return system(self.school.pk)


def load_people(made: MadeSchool) -> Loaded:
    """Write the school, its calendar, places, staff, students, groups and guardians; each table in one batch."""
    school = School.objects.create(code=made.spec.code, name=made.spec.name)
    by = system(school.pk)
    with change(by=by, action="rehearsal.load_people", school=made.spec.code) as note:
        loaded = Loaded(school=school, made=made, term=make_term(school.pk))
        _places(loaded)
        _teaching(loaded)
    with change(by=by, action="rehearsal.load_students") as note:
        _students(loaded)
        _groups(loaded)
        note.data = {"students": len(loaded.students)}
    with change(by=by, action="rehearsal.load_guardians") as note:
        _guardians(loaded)
        note.data = {"guardians": len(loaded.guardians), "term": TERM_NAME}
    return loaded


def _places(loaded: Loaded) -> None:
    school, made = loaded.school, loaded.made
    campus = Campus.objects.create(school=school, name="本部")
    subjects = {name: Subject(school=school, name=name) for name, _count in made.spec.teachers}
    Subject.objects.bulk_create(subjects.values())
    loaded.staff = {one.number: _staff(school, one, subjects[one.subject]) for one in made.staff}
    Staff.objects.bulk_create(loaded.staff.values())
    loaded.grades = {
        name: Grade(school=school, name=name, order=order) for order, name in enumerate(made.spec.grades, 1)
    }
    Grade.objects.bulk_create(loaded.grades.values())
    loaded.classes = {one.name: _class(loaded, one, campus) for one in made.classes}
    SchoolClass.objects.bulk_create(loaded.classes.values())


def _staff(school: School, one: MadeStaff, subject: Subject) -> Staff:
    return Staff(
        school=school,
        number=one.number,
        name=one.name,
        sort_key=sort_key(one.name),
        gender=one.gender,
        phone=one.phone,
        subject=subject,
        introduction=one.introduction,
    )


def _class(loaded: Loaded, one: MadeClass, campus: Campus) -> SchoolClass:
    return SchoolClass(
        school=loaded.school,
        grade=loaded.grades[one.grade],
        campus=campus,
        name=one.name,
        number=one.number,
        homeroom_teacher=loaded.staff[one.homeroom],
    )


def _teaching(loaded: Loaded) -> None:
    rows = [
        TeachingAssignment(
            school=loaded.school,
            staff=loaded.staff[one.number],
            school_class=loaded.classes[name],
            subject=loaded.staff[one.number].subject,
            starts=TERM_STARTS,
        )
        for one in loaded.made.staff
        for name in one.classes
    ]
    TeachingAssignment.objects.bulk_create(rows, batch_size=BATCH)


def _students(loaded: Loaded) -> None:
    loaded.students = {one.number: _student(loaded, one) for one in loaded.made.students}
    Student.objects.bulk_create(loaded.students.values(), batch_size=BATCH)
    stays = [
        ClassStay(school=loaded.school, student=row, school_class=row.school_class, starts=TERM_STARTS)
        for row in loaded.students.values()
    ]
    ClassStay.objects.bulk_create(stays, batch_size=BATCH)


def _student(loaded: Loaded, one: MadeStudent) -> Student:
    return Student(
        school=loaded.school,
        number=one.number,
        name=one.name,
        sort_key=sort_key(one.name),
        gender=one.gender,
        birthday=one.birthday,
        school_class=loaded.classes[one.class_name],
        seat=one.seat,
        boarding=Student.Boarding.BOARDER if one.boarder else Student.Boarding.DAY,
        address=one.address,
    )


def _groups(loaded: Loaded) -> None:
    places: list[tuple[MadeStudent, tuple[str, str]]] = []
    for one in loaded.made.students:
        places.append((one, (one.class_name, one.group)))
        places += [(one, ("", one.room))] if one.room else []
    for _one, key in places:
        if key not in loaded.groups:
            loaded.groups[key] = _group(loaded, *key)
    Group.objects.bulk_create(loaded.groups.values(), batch_size=BATCH)
    members = [
        GroupMember(
            school=loaded.school, group=loaded.groups[key], student=loaded.students[one.number], starts=TERM_STARTS
        )
        for one, key in places
    ]
    GroupMember.objects.bulk_create(members, batch_size=BATCH)


def _group(loaded: Loaded, class_name: str, name: str) -> Group:
    kind = Group.Kind.STUDY_GROUP if class_name else Group.Kind.DORMITORY
    return Group(school=loaded.school, kind=kind, name=name, school_class=loaded.classes.get(class_name))


def _guardians(loaded: Loaded) -> None:
    links: list[tuple[str, MadeGuardian]] = [
        (one.number, guardian) for one in loaded.made.students for guardian in one.guardians
    ]
    loaded.guardians = {
        one.phone: Guardian(school=loaded.school, name=one.name, phone=one.phone) for _number, one in links
    }
    Guardian.objects.bulk_create(loaded.guardians.values(), batch_size=BATCH)
    rows: list[Any] = [
        Guardianship(
            school=loaded.school,
            student=loaded.students[number],
            guardian=loaded.guardians[one.phone],
            relation=one.relation,
        )
        for number, one in links
    ]
    Guardianship.objects.bulk_create(rows, batch_size=BATCH)
