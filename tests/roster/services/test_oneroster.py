"""The roster goes out as OneRoster 1.2 and comes in again the same."""

import csv
import datetime as dt
import io
import zipfile
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import AuditEntry, School, ViewLog
from taoli.common.policy import Actor, system
from taoli.roster.models import GroupMember, Guardian, Staff, Student, TeachingAssignment
from taoli.roster.queries.snapshot import Roster, snapshot
from taoli.roster.services import importing
from taoli.roster.services.oneroster import oneroster_file
from tests.roster.books import large_book, school_book, workbook
from tests.world import TODAY, World


def load(by: Actor, data: bytes, name: str = "x.zip") -> dict[str, dict[str, int]]:
    row = importing.stage(by=by, file_name=name, data=data)
    assert row.problems == []
    return importing.apply(by=by, pk=row.pk) if row.is_stored else {}


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }


def same(one: Roster, two: Roster) -> None:
    for name, value in vars(one).items():
        assert getattr(two, name) == value, name


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


@pytest.fixture
def empty(db: None) -> School:
    return School.objects.create(code="kong", name="空校")


def rich_book() -> dict[str, Any]:
    book = school_book()
    book["学生"][0] += ["校区", "家庭住址", "小区"]
    for row in book["学生"][1:]:
        row += ["东校区", "某市某路1号", "桃园小区"]
    book["学生"][2][1] = "欧阳一鸣"
    book["学生"][4][1] = "阿依古丽·买买提"
    book["家长"] += [["S2", "", "罗父", "父亲", ""], ["S3", "", "罗母", "姑姑", "13800000002"]]
    book["家长"][2][1] = ""
    return book


def test_out_and_into_an_empty_school_gives_the_same_roster(school: School, empty: School) -> None:
    load(system(school.pk), workbook(rich_book()), "x.xlsx")
    load(system(empty.pk), oneroster_file(by=system(school.pk), contacts=True))
    same(snapshot(school.pk, TODAY), snapshot(empty.pk, TODAY))
    assert Guardian.objects.of(empty).filter(name="罗母").count() == 1


def test_into_its_own_school_it_changes_nobody(school: School) -> None:
    by = system(school.pk)
    load(by, workbook(rich_book()), "x.xlsx")
    before = snapshot(school.pk, TODAY)
    counts = load(by, oneroster_file(by=by))
    assert set(counts) == {"sourced"}
    same(before, snapshot(school.pk, TODAY))
    assert load(by, oneroster_file(by=by)) == {}


STANDARD_MUST = {
    "academicSessions": "sourcedId title type startDate endDate schoolYear",
    "orgs": "sourcedId name type",
    "courses": "sourcedId title orgSourcedId",
    "classes": "sourcedId title courseSourcedId classType schoolSourcedId termSourcedIds",
    "users": "sourcedId enabledUser username givenName familyName",
    "roles": "sourcedId userSourcedId roleType role orgSourcedId",
    "enrollments": "sourcedId classSourcedId schoolSourcedId userSourcedId role",
    "demographics": "sourcedId",
}


def test_every_required_column_is_there_and_filled(world: World) -> None:
    found = tables(oneroster_file(by=world.office))
    for file, names in STANDARD_MUST.items():
        rows = found[f"{file}.csv"]
        assert rows
        assert [row for row in rows for name in names.split() if not row[name]] == [], file
        assert {row["status"] + row["dateLastModified"] for row in rows} == {""}
    ids = {file: [row["sourcedId"] for row in rows] for file, rows in found.items() if file != "manifest.csv"}
    assert [file for file, own in ids.items() if len(own) != len(set(own))] == []


def test_the_manifest_says_what_is_in_the_zip(world: World) -> None:
    found = tables(oneroster_file(by=world.office))
    said = {row["propertyName"]: row["value"] for row in found["manifest.csv"]}
    assert (said["manifest.version"], said["oneroster.version"]) == ("1.0", "1.2")
    assert (said["source.systemName"], said["source.systemCode"]) == ("Taoli", "taoli")
    bulk = {name.removeprefix("file.") for name, value in said.items() if value == "bulk"}
    assert {f"{name}.csv" for name in bulk} | {"manifest.csv"} == set(found)
    assert said["file.userProfiles"] == said["file.results"] == "absent"
    assert len([name for name in said if name.startswith("file.")]) == 21


def test_contact_data_goes_along_only_when_asked_for(school: School) -> None:
    load(system(school.pk), workbook(rich_book()), "x.xlsx")
    plain = oneroster_file(by=system(school.pk))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    for word in ("13800000001", "13900000001", "某市某路1号", "2010-05-01"):
        assert word not in text
    users = {row["identifier"]: row for row in tables(oneroster_file(by=system(school.pk), contacts=True))["users.csv"]}
    assert users["T1"]["phone"] == "13900000001"
    assert users["S1"]["metadata.taoli.address"] == "某市某路1号"


def test_every_export_is_noted(world: World) -> None:
    oneroster_file(by=world.office)
    entry = AuditEntry.objects.of(world.school).get(action="roster.export_oneroster")
    assert entry.data == {"mode": "bulk", "contacts": False, "people": 11 + 6 + len(world.guardians)}
    log = ViewLog.objects.of(world.school).get(page="roster:export_oneroster")
    assert str(world.students["林子涵"].pk) in log.ids


def test_text_that_looks_like_a_formula_goes_out_and_comes_in_as_text(school: School, empty: School) -> None:
    load(system(school.pk), workbook(school_book()), "x.xlsx")
    Student.objects.of(school).filter(number="S1").update(name="=1+1")
    data = oneroster_file(by=system(school.pk))
    row = next(row for row in tables(data)["users.csv"] if row["identifier"] == "S1")
    assert row["metadata.taoli.name"] == "'=1+1"
    load(system(empty.pk), data)
    assert Student.objects.of(empty).get(number="S1").name == "=1+1"


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def test_a_delta_tells_what_changed_and_the_other_school_follows(school: School, empty: School) -> None:
    by, other = system(school.pk), system(empty.pk)
    load(by, workbook(rich_book()), "x.xlsx")
    load(other, oneroster_file(by=by, contacts=True))
    book = rich_book()
    book["学生"][2][5] = 9  # a seat
    book["学生"][3][4], book["学生"][3][5], book["学生"][3][8] = "1班", 7, "向阳组"  # a change of class
    book["学生"][4][10] = "物理A"  # joins a teaching group
    book["学生"][1][10] = ""  # leaves it
    book["教师"] += [["T9", "新教师", "女", "化学", "", ""]]
    book["任课"][2] = ["高一(2)班", "数学", "宋雨", "是"]
    book["家长"][1][4] = "13811111111"
    with time_machine.travel(at(24), tick=False):
        load(by, workbook(book), "x.xlsx")
        data = oneroster_file(by=by, contacts=True, since=at(24))
        found = tables(data)
        assert {row["value"] for row in found["manifest.csv"] if row["propertyName"] == "file.users"} == {"delta"}
        users = {row["identifier"] for row in found["users.csv"]}
        assert users == {"S2", "S3", "T9", ""}
        assert {row["status"] for row in found["enrollments.csv"]} == {"active", "tobedeleted"}
        assert {row["dateLastModified"] for rows in found.values() for row in rows if "status" in row} == {
            "2026-11-24T01:00:00.000Z"
        }
        assert "orgs.csv" not in found
        load(other, data)
        same(snapshot(school.pk, dt.date(2026, 11, 24)), snapshot(empty.pk, dt.date(2026, 11, 24)))


def test_a_delta_tells_who_left(school: School, empty: School) -> None:
    by, other = system(school.pk), system(empty.pk)
    load(by, workbook(school_book()), "x.xlsx")
    load(other, oneroster_file(by=by))
    with time_machine.travel(at(24), tick=False):
        Student.objects.of(school).filter(number="S2").update(left_on=dt.date(2026, 11, 24))
        Staff.objects.of(school).filter(number="T3").update(left_on=dt.date(2026, 11, 24))
        row = importing.stage(by=other, file_name="d.zip", data=oneroster_file(by=by, since=at(24)))
        assert row.problems == []
        assert [one["number"] for one in row.plan["students"]["close"]] == ["S2"]
        assert all(one["said"] for one in row.plan["students"]["close"])
        assert [one["number"] for one in row.plan["staff"]["close"]] == ["T3"]
        importing.apply(by=other, pk=row.pk, close_missing=False)
        assert Student.objects.of(empty).get(number="S2").left_on == dt.date(2026, 11, 24)
        assert Staff.objects.of(empty).get(number="T3").left_on == dt.date(2026, 11, 24)
        assert not GroupMember.objects.of(empty).filter(student__number="S2", ends=None).exists()
        assert not TeachingAssignment.objects.of(empty).filter(staff__number="T3", ends=None).exists()


def test_nothing_has_changed_since_later(school: School) -> None:
    by = system(school.pk)
    load(by, workbook(school_book()), "x.xlsx")
    oneroster_file(by=by)
    with time_machine.travel(at(25), tick=False):
        assert set(tables(oneroster_file(by=by, since=at(24, 0)))) == {"manifest.csv"}
        assert len(tables(oneroster_file(by=by, since=at(23, 0)))["users.csv"]) == 9


def test_more_students_need_no_more_statements(school: School, empty: School) -> None:
    load(system(school.pk), workbook(large_book(6, 3, 10)), "x.xlsx")
    load(system(empty.pk), workbook(large_book(60, 3, 10)), "x.xlsx")
    with CaptureQueriesContext(connection) as few:
        oneroster_file(by=system(school.pk))
    with CaptureQueriesContext(connection) as many:
        oneroster_file(by=system(empty.pk))
    assert len(many) == len(few)
