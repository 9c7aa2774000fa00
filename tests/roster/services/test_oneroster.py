"""The roster goes out as OneRoster 1.2 and comes in again the same."""

import csv
import io
import zipfile
from typing import Any

import pytest

from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.roster.models import Guardian
from taoli.roster.queries.snapshot import Roster, snapshot
from taoli.roster.services import importing
from taoli.roster.services.oneroster import oneroster_file
from tests.roster.books import school_book, workbook
from tests.world import TODAY


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
    book["学生"][0] += ["校区", "家庭住址"]
    for row in book["学生"][1:]:
        row += ["东校区", "某市某路1号"]
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
