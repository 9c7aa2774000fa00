"""An import taken back within a day."""

import datetime as dt
import hashlib
import json
import uuid
from typing import Any

import pytest
import time_machine

from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry, School
from taoli.common.policy import Actor, system
from taoli.common.state import counted_models, rows_of
from taoli.common.tenancy import cross_school
from taoli.roster.models import RosterImport, Student, StudentCategory
from taoli.roster.services import importing
from taoli.roster.services.people import open_accounts
from taoli.roster.services.undoing import may_undo, purge_imports, undo
from tests.conftest import NOW
from tests.roster.books import school_book, workbook

APART = {"roster.RosterImport"}


def roster_hash() -> str:
    """One number for all tables of the roster but the imports themselves."""
    total = hashlib.sha256()
    with cross_school("test"):
        for model in counted_models():
            if model._meta.app_label == "roster" and model._meta.label not in APART:
                total.update(json.dumps(list(rows_of(model))).encode())
    return total.hexdigest()


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


@pytest.fixture
def by(school: School) -> Actor:
    return system(school.pk)


def load(by: Actor, book: dict[str, Any], **more: Any) -> RosterImport:
    row = importing.stage(by=by, file_name="名册.xlsx", data=workbook(book))
    assert row.problems == []
    importing.apply(by=by, pk=row.pk, **more)
    row.refresh_from_db()
    return row


def changed_book() -> dict[str, Any]:
    """A class change, a seat, one who left, one who came, another teacher, another parent, a new teacher."""
    book = school_book()
    book["学生"][2][5] = 9
    book["学生"][3][4] = "1班"
    book["学生"][3][8] = "向阳组"
    book["学生"][3][5] = 3
    book["学生"][4] = ["S9", "新来者", "女", "高一", "2班", 5, "", "", "登高组", "", "", ""]
    book["教师"] += [["T9", "新教师", "女", "化学", "", ""]]
    book["任课"][2] = ["高一(2)班", "数学", "宋雨", "是"]
    book["家长"][1] = ["S1", "何晨曦", "何母", "母亲", "13800000009"]
    return book


def test_taken_back_the_roster_is_as_before(by: Actor) -> None:
    load(by, school_book())
    open_accounts(by=by)
    before = roster_hash()
    names = set(Account.objects.values_list("username", flat=True))
    row = load(by, changed_book())
    open_accounts(by=by)
    assert roster_hash() != before
    undo(by=by, pk=row.pk)
    assert roster_hash() == before
    assert set(Account.objects.values_list("username", flat=True)) == names
    row.refresh_from_db()
    assert (row.state, row.before) == ("undone", {})


def test_a_first_import_taken_back_leaves_an_empty_school_and_may_come_again(by: Actor, school: School) -> None:
    before = roster_hash()
    row = load(by, school_book())
    open_accounts(by=by)
    undo(by=by, pk=row.pk)
    assert roster_hash() == before
    assert not Membership.objects.filter(school=school).exists()
    load(by, school_book())
    open_accounts(by=by)
    assert Account.objects.filter(username="xin-S1").exists()


def test_roles_follow_what_is_taken_back(by: Actor, school: School) -> None:
    load(by, school_book())
    open_accounts(by=by)
    row = load(by, changed_book())
    open_accounts(by=by)
    undo(by=by, pk=row.pk)
    tang = Membership.objects.get(school=school, name="唐川")
    held = RoleHeld.objects.filter(account=tang.account, role="homeroom_teacher", ends=None)
    assert held.count() == 1


def test_a_later_change_of_the_same_person_is_named_and_nothing_is_undone(by: Actor, school: School) -> None:
    load(by, school_book())
    row = load(by, changed_book())
    Student.objects.of(school).filter(number="S2").update(seat=31)
    before = roster_hash()
    with pytest.raises(ConflictError, match=r"罗一鸣"):
        undo(by=by, pk=row.pk)
    assert roster_hash() == before


def test_somebody_who_is_used_since_is_named(by: Actor, school: School) -> None:
    row = load(by, school_book())
    student = Student.objects.of(school).get(number="S1")
    StudentCategory.objects.create(school=school, student=student, code="x", starts=dt.date(2026, 11, 23))
    with pytest.raises(ConflictError, match=r"何晨曦（"):
        undo(by=by, pk=row.pk)
    assert Student.objects.of(school).count() == 4


def test_a_later_import_of_others_does_not_stand_in_the_way(by: Actor) -> None:
    load(by, school_book())
    book = school_book()
    book["学生"][1][5] = 11
    row = load(by, book)
    other = school_book()
    other["学生"][1][5] = 11
    other["教师"][1][4] = "13911111111"
    load(by, other)
    undo(by=by, pk=row.pk)


def test_after_a_day_it_is_over_and_what_was_kept_is_forgotten(by: Actor) -> None:
    row = load(by, school_book())
    assert may_undo(row)
    assert "何晨曦" not in json.dumps(row.before)
    with time_machine.travel(NOW + dt.timedelta(hours=24), tick=False):
        assert not may_undo(row)
        with pytest.raises(TaoliError, match=r"一天"):
            undo(by=by, pk=row.pk)
        assert purge_imports() == 1
        assert purge_imports() == 0
    row.refresh_from_db()
    assert (row.state, row.before) == ("applied", {})


def test_the_next_import_forgets_the_old_one(by: Actor) -> None:
    row = load(by, school_book())
    with time_machine.travel(NOW + dt.timedelta(hours=25), tick=False):
        load(by, changed_book())
    row.refresh_from_db()
    assert row.before == {}


def test_it_is_taken_back_once_and_noted(by: Actor, school: School) -> None:
    row = load(by, school_book())
    undo(by=by, pk=row.pk)
    with pytest.raises(TaoliError):
        undo(by=by, pk=row.pk)
    with pytest.raises(TaoliError):
        undo(by=by, pk=uuid.uuid4())
    assert AuditEntry.objects.of(school).filter(action="roster.import_undo", object_id=str(row.pk)).count() == 1


def test_the_missing_stay_unless_said_otherwise(by: Actor, school: School) -> None:
    load(by, school_book())
    book = school_book()
    del book["学生"][4]
    book["学生"][3][5] = 8
    row = load(by, book, close_missing=False)
    assert row.staged["counts"] == {"students": {"add": 0, "change": 1, "close": 0}}
    assert Student.objects.of(school).get(number="20260004").left_on is None
