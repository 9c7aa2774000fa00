"""Microsoft School Data Sync, both formats."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from taoli.common.models import School
from taoli.common.policy import system
from taoli.roster.models import Guardianship, SchoolClass, Student
from taoli.roster.queries.people import teaches
from taoli.roster.readers.bundles import is_bundle
from taoli.roster.services import importing
from tests.roster.books import school_book, workbook
from tests.world import TODAY


def packed(files: Mapping[str, str], folder: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(folder + name, text)
    return out.getvalue()


NEW = {
    "orgs.csv": "sourcedId,name,type,parentSourcedId\no1,新校,school,\n",
    "users.csv": (
        "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\n"
        "s1,S1,晨曦,何,,,,,\ns2,S2,一鸣,欧阳,,,,,\nt1,T1,雨,宋,,,,13900000001,\ng1,g1@x.cn,父,何,,,,13800000001,\n"
    ),
    "roles.csv": (
        "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate\n"
        "s1,o1,student,,10,TRUE,,\ns2,o1,student,,10,TRUE,,\nt1,o1,teacher,,,TRUE,,\n"
    ),
    "classes.csv": (
        "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\n"
        "c1,o1,高一(1)班,,\nc2,o1,高一(1)班 语文,,k1\nc3,o1,物理A,,k2\n"
    ),
    "courses.csv": "sourcedId,orgSourcedId,title,code\nk1,o1,语文,Y\nk2,o1,物理,W\n",
    "enrollments.csv": (
        "classSourcedId,userSourcedId,role\nc1,s1,student\nc1,s2,student\nc1,t1,teacher\n"
        "c2,s1,student\nc2,s2,student\nc2,t1,professor\nc3,s1,student\nc3,t1,teacher\n"
    ),
    "relationships.csv": "userSourcedId,relationshipUserSourcedId,relationshipRole\ns1,g1,parent\n",
    "demographics.csv": "userSourcedId,sex,birthDate\ns1,female,2010-05-01\n",
}
CLASSIC = {
    "School.csv": "SIS ID,Name\no1,新校\n",
    "Section.csv": "SIS ID,School SIS ID,Section Name,Course Subject\nc1,o1,高一(1)班,\nc2,o1,高一(1)班 语文,语文\n",
    "Student.csv": "SIS ID,School SIS ID,Username,First Name,Last Name,Student Number\ns1,o1,ss1,晨曦,何,S1\n",
    "Teacher.csv": "SIS ID,School SIS ID,Username,First Name,Last Name\nt1,o1,T1,雨,宋\n",
    "StudentEnrollment.csv": "Section SIS ID,SIS ID\nc1,s1\nc2,s1\n",
    "TeacherRoster.csv": "Section SIS ID,SIS ID\nc2,t1\n",
}


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


def load(school: School, data: bytes) -> None:
    row = importing.stage(by=system(school.pk), file_name="sds.zip", data=data)
    assert row.problems == []
    importing.apply(by=system(school.pk), pk=row.pk)


def test_the_new_format_comes_in(school: School) -> None:
    load(school, packed(NEW, "sds/"))
    rows = Student.objects.of(school).select_related("school_class").order_by("number")
    assert [(one.number, one.name, one.gender, one.school_class.name) for one in rows] == [
        ("S1", "何晨曦", "f", "高一(1)班"),
        ("S2", "欧阳一鸣", "", "高一(1)班"),
    ]
    room = SchoolClass.objects.of(school).select_related("homeroom_teacher").get()
    assert room.homeroom_teacher
    assert room.homeroom_teacher.phone == "13900000001"
    assert len(teaches(school.pk, TODAY)[room.homeroom_teacher.pk]) == 1
    link = Guardianship.objects.of(school).select_related("guardian").get()
    assert (link.guardian.name, link.relation, link.guardian.phone) == ("何父", "家长", "13800000001")


def test_the_classic_format_comes_in(school: School) -> None:
    load(school, packed(CLASSIC))
    student = Student.objects.of(school).select_related("school_class").get()
    assert (student.number, student.name, student.school_class.name) == ("S1", "何晨曦", "高一(1)班")


def test_what_sds_requires_is_told_with_file_line_and_column(school: School) -> None:
    files = {
        **NEW,
        "users.csv": NEW["users.csv"].replace("s2,S2", "s2,"),
        "roles.csv": "userSourcedId,role\ns1,student\n",
    }
    seen = importing.preview(school_id=school.pk, data=packed(files))
    assert [(one["sheet"], one["row"], one["column"], one["code"]) for one in seen.problems] == [
        ("roles.csv", 1, "orgSourcedId", "std_header"),
        ("users.csv", 3, "username", "std_required"),
    ]


def test_a_student_without_any_class_is_told(school: School) -> None:
    files = {**CLASSIC, "StudentEnrollment.csv": "Section SIS ID,SIS ID\n"}
    seen = importing.preview(school_id=school.pk, data=packed(files))
    assert [(one["sheet"], one["code"]) for one in seen.problems] == [("users.csv", "no_homeroom")]


def test_a_workbook_is_no_bundle() -> None:
    assert not is_bundle(workbook(school_book()))
    assert not is_bundle(b"")
    assert not is_bundle(b"PK\x03\x04 broken")
    assert not is_bundle(packed({"x.csv": "a,b\n"}))
    assert is_bundle(packed({"folder/manifest.csv": "propertyName,value\n"}))
