"""Breaches of OneRoster: file, line, column and the standard's own word."""

import csv
import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from taoli.common.models import School
from taoli.common.policy import system
from taoli.common.state import state_hash
from taoli.roster import phrases
from taoli.roster.readers import csvs
from taoli.roster.services import importing
from taoli.roster.services.oneroster import oneroster_file
from tests.roster.books import school_book, workbook

Rows = list[dict[str, str]]


@pytest.fixture
def school(db: None) -> School:
    school = School.objects.create(code="xin", name="新校")
    by = system(school.pk)
    row = importing.stage(by=by, file_name="x.xlsx", data=workbook(school_book()))
    importing.apply(by=by, pk=row.pk)
    return school


def bundle(school: School) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(oneroster_file(by=system(school.pk)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(files: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def edited(text: str, edit: Callable[[Rows], None]) -> str:
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    names = list(rows[0])
    edit(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def found(school: School, files: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    before = state_hash()
    seen = importing.preview(school_id=school.pk, data=packed(files))
    assert state_hash() == before
    for one in seen.problems:
        assert phrases.problem_sentence(one)
    return [(one["sheet"], one["row"], one["column"], one["code"]) for one in seen.problems]


def put(place: int, name: str, value: str) -> Callable[[Rows], None]:
    def edit(rows: Rows) -> None:
        rows[place][name] = value

    return edit


@pytest.mark.parametrize(
    ("file", "name", "value", "code"),
    [
        ("users.csv", "givenName", "", "std_required"),
        ("users.csv", "enabledUser", "yes", "std_format"),
        ("users.csv", "agentSourcedIds", "nobody", "std_reference"),
        ("roles.csv", "role", "boss", "std_enumeration"),
        ("roles.csv", "roleType", "ext:third", "std_enumeration"),
        ("roles.csv", "userSourcedId", "nobody", "std_reference"),
        ("classes.csv", "classType", "club", "std_enumeration"),
        ("classes.csv", "courseSourcedId", "nothing", "std_reference"),
        ("enrollments.csv", "beginDate", "1.9.2026", "std_format"),
        ("enrollments.csv", "classSourcedId", "nowhere", "std_reference"),
        ("academicSessions.csv", "schoolYear", "26", "std_format"),
        ("demographics.csv", "sex", "x", "std_enumeration"),
    ],
)
def test_a_breach_is_told_where_it_stands(school: School, file: str, name: str, value: str, code: str) -> None:
    files = bundle(school)
    files[file] = edited(files[file], put(0, name, value))
    assert found(school, files) == [(file, 2, name, code)]


def test_the_sentence_holds_the_standards_own_word(school: School) -> None:
    files = bundle(school)
    files["users.csv"] = edited(files["users.csv"], put(2, "givenName", ""))
    seen = importing.preview(school_id=school.pk, data=packed(files))
    assert phrases.problem_place(seen.problems[0]) == "users.csv 第 4 行 givenName"
    assert phrases.problem_sentence(seen.problems[0]) == "OneRoster：“required”（必填）。请补上。"


def test_words_of_ones_own_begin_with_ext(school: School) -> None:
    files = bundle(school)
    files["classes.csv"] = edited(files["classes.csv"], put(2, "classType", "ext:club"))
    assert found(school, files) == []


def test_an_id_that_comes_twice_and_a_column_that_is_missing(school: School) -> None:
    files = bundle(school)

    def twice(rows: Rows) -> None:
        rows[1]["sourcedId"] = rows[0]["sourcedId"]

    files["courses.csv"] = edited(files["courses.csv"], twice)
    files["users.csv"] = files["users.csv"].replace("familyName", "surname", 1)
    places = found(school, files)
    assert ("courses.csv", 3, "sourcedId", "std_unique") in places
    assert ("users.csv", 1, "familyName", "std_header") in places


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("manifest.version,1.0", "manifest.version,2.0", "manifest.version"),
        ("oneroster.version,1.2", "oneroster.version,1.1", "oneroster.version"),
        ("file.users,bulk", "file.users,some", "file.users"),
        ("file.users,bulk", "file.users,absent", "file.users"),
        ("file.results,absent", "file.results,bulk", "file.results"),
    ],
)
def test_the_manifest_must_say_what_is_there(school: School, before: str, after: str, name: str) -> None:
    files = bundle(school)
    files["manifest.csv"] = files["manifest.csv"].replace(before, after)
    assert ("manifest.csv", name, "std_manifest") in [(one[0], one[2], one[3]) for one in found(school, files)]


def test_a_manifest_with_other_headings_is_none(school: School) -> None:
    files = bundle(school)
    files["manifest.csv"] = files["manifest.csv"].replace("propertyName", "name")
    assert found(school, files) == [("manifest.csv", 1, "", "std_header")]


def test_a_delta_needs_status_and_moment(school: School) -> None:
    files = bundle(school)
    files["manifest.csv"] = files["manifest.csv"].replace("file.orgs,bulk", "file.orgs,delta")
    assert found(school, files) == [
        ("orgs.csv", 2, "status", "std_required"),
        ("orgs.csv", 2, "dateLastModified", "std_required"),
    ]


def test_the_first_edition_with_its_extra_column_is_read(school: School) -> None:
    files = bundle(school)
    text = files["users.csv"].replace("preferredGivenName", "resourceSourcedIds,preferredGivenName", 1)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    place = rows[0].index("resourceSourcedIds")
    out = io.StringIO()
    csv.writer(out).writerows([rows[0], *([*row[:place], "", *row[place:]] for row in rows[1:])])
    files["users.csv"] = out.getvalue()
    assert found(school, files) == []


def test_several_schools_in_one_bundle_need_this_one(school: School) -> None:
    files = bundle(school)
    other = files["orgs.csv"].splitlines()[1].split(",")
    other[0], other[3], other[5] = "other", "别的学校", "bie"
    files["orgs.csv"] += ",".join(other) + "\r\n"
    assert found(school, files) == []
    files["orgs.csv"] = files["orgs.csv"].replace("新校", "第三所").replace(",xin,", ",san,")
    assert found(school, files) == [("orgs.csv", 0, "", "other_schools")]


def test_two_homeroom_classes_and_none(school: School) -> None:
    files = bundle(school)
    rooms = {row["title"]: row["sourcedId"] for row in csv.DictReader(io.StringIO(files["classes.csv"]))}
    users = {row["identifier"]: row["sourcedId"] for row in csv.DictReader(io.StringIO(files["users.csv"]))}

    def second(rows: Rows) -> None:
        rows.append(
            {**rows[0], "sourcedId": "more", "classSourcedId": rooms["高一(2)班"], "userSourcedId": users["S1"]}
        )
        rows[-1] |= {"role": "student"}

    def none(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["userSourcedId"] != users["S1"]]

    line = files["enrollments.csv"].count("\n") + 1
    more = {**files, "enrollments.csv": edited(files["enrollments.csv"], second)}
    assert found(school, more) == [("enrollments.csv", line, "classSourcedId", "two_classes")]
    less = {**files, "enrollments.csv": edited(files["enrollments.csv"], none)}
    assert [(one[0], one[3]) for one in found(school, less)] == [("users.csv", "no_homeroom")]


def test_numbers_that_come_twice_and_two_homeroom_teachers(school: School) -> None:
    files = bundle(school)

    def same(rows: Rows) -> None:
        for row in rows:
            if row["identifier"] == "S2":
                row["identifier"] = "S1"

    def primary(rows: Rows) -> None:
        first = next(row for row in rows if row["role"] == "teacher")
        other = next(row for row in rows if row["role"] == "teacher" and row["userSourcedId"] != first["userSourcedId"])
        rows.append({**first, "sourcedId": "more", "userSourcedId": other["userSourcedId"]})

    files["users.csv"] = edited(files["users.csv"], same)
    files["enrollments.csv"] = edited(files["enrollments.csv"], primary)
    assert sorted(one[3] for one in found(school, files)) == ["student_twice", "two_homerooms"]


def test_files_nobody_needs_are_named_and_left(school: School) -> None:
    files = {**bundle(school), "results.csv": "sourcedId\nx\n", "notes.csv": "a\nb\n"}
    files["manifest.csv"] = files["manifest.csv"].replace("file.results,absent", "file.results,bulk")
    seen = importing.preview(school_id=school.pk, data=packed(files))
    assert seen.notes["other_files"] == ["academicSessions.csv", "notes.csv", "results.csv"]
    assert any("notes.csv" in line for line in phrases.note_lines(seen.notes))


def test_bytes_that_are_no_text_and_lines_too_long(school: School) -> None:
    files: dict[str, Any] = bundle(school)
    assert found(school, {**files, "users.csv": b"\xff\xfe\x00\x01"}) == [("", 0, "", "csv_encoding")]
    assert found(school, {**files, "users.csv": "a\0b"}) == [("", 0, "", "csv_broken")]
    assert found(school, {**files, "users.csv": 'a,b\n"open'}) == [("", 0, "", "csv_broken")]
    longer = files["orgs.csv"].rstrip() + ",too,many\r\n"
    assert found(school, {**files, "orgs.csv": longer})[0] == ("orgs.csv", 2, "", "csv_columns")
    chinese = files["users.csv"].encode("gb18030")
    assert found(school, {**files, "users.csv": chinese}) == []
    assert found(school, {**files, "users.csv": b"\xef\xbb\xbf" + files["users.csv"].encode()}) == []


def test_bombs_are_not_unpacked(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, Any] = bundle(school)
    assert found(school, {**files, "users.csv": b"0" * (4 * csvs.MEGABYTE)}) == [("", 0, "", "packed")]
    monkeypatch.setattr(csvs, "MOST_LINES", 3)
    assert found(school, files) == [("", 0, "", "packed")]
    monkeypatch.undo()
    monkeypatch.setattr(csvs, "MOST_UNPACKED", 100)
    assert found(school, files) == [("", 0, "", "packed")]
    monkeypatch.undo()
    monkeypatch.setattr(csvs, "MOST_ENTRIES", 2)
    assert found(school, files) == [("", 0, "", "packed")]
    monkeypatch.undo()
    monkeypatch.setattr(csvs, "MOST_BYTES", 10)
    assert found(school, files) == [("", 0, "", "too_big")]
    monkeypatch.undo()
    wide = ",".join(f"c{n}" for n in range(100))
    assert found(school, {**files, "users.csv": wide}) == [("", 0, "", "csv_broken")]


def test_a_broken_entry_and_a_locked_one(school: School) -> None:
    data = bytearray(packed(bundle(school)))
    place = data.rindex(b"users.csv")
    header = data.rindex(b"PK\x01\x02", 0, place)
    data[header + 8 : header + 10] = struct.pack("<H", 1)
    seen = importing.preview(school_id=school.pk, data=bytes(data))
    assert [one["code"] for one in seen.problems] == ["csv_locked"]
    data = bytearray(packed(bundle(school)))
    start = data.index(b"users.csv")
    data[start + 20 : start + 60] = b"\0" * 40
    seen = importing.preview(school_id=school.pk, data=bytes(data))
    assert [one["code"] for one in seen.problems] == ["unreadable"]


def test_a_bundle_of_headings_only_is_empty(school: School) -> None:
    files = bundle(school)
    files = {name: text if name == "manifest.csv" else text.splitlines()[0] for name, text in files.items()}
    assert found(school, files) == [("", 0, "", "empty")]
