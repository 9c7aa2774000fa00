"""A workbook becomes the roster, and only when it is confirmed."""

import datetime as dt
from typing import Any

import pytest

from taoli.accounts.models import Account
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry, School
from taoli.common.policy import Actor, system
from taoli.common.state import state_hash
from taoli.roster.models import (
    ClassStay,
    Group,
    GroupMember,
    Guardian,
    Guardianship,
    RosterImport,
    RosterSettings,
    SchoolClass,
    Staff,
    Student,
    TeachingAssignment,
)
from taoli.roster.queries.people import teaches, units
from taoli.roster.services import batch, importing
from taoli.roster.services.planning import is_empty
from tests.roster.books import added, school_book, workbook
from tests.world import TODAY


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


@pytest.fixture
def by(school: School) -> Actor:
    return system(school.pk)


def load(by: Actor, data: bytes) -> dict[str, dict[str, int]]:
    row = importing.stage(by=by, file_name="名册.xlsx", data=data)
    assert row.problems == []
    return importing.apply(by=by, pk=row.pk)


def test_staging_writes_nothing_but_the_plan(by: Actor, school: School) -> None:
    row = importing.stage(by=by, file_name="名册.xlsx", data=workbook(school_book()))
    assert (row.state, row.is_stored) == ("ready", True)
    assert not Student.objects.of(school).exists()
    assert not SchoolClass.objects.of(school).exists()


def test_preview_writes_nothing_at_all(by: Actor, school: School) -> None:
    before = state_hash()
    seen = importing.preview(school_id=school.pk, data=workbook(school_book()))
    assert not seen.empty
    assert state_hash() == before


def test_applying_makes_people_places_and_their_links(by: Actor, school: School) -> None:
    done = load(by, workbook(school_book()))
    assert {noun: ways["add"] for noun, ways in done.items()} == {
        "grades": 1,
        "subjects": 3,
        "classes": 2,
        "homerooms": 2,
        "staff": 3,
        "students": 4,
        "groups": 4,
        "members": 8,
        "teaching": 3,
        "guardians": 2,
    }
    rows = Student.objects.of(school).select_related("school_class").order_by("school_class__number", "seat")
    assert [(one.number, one.name, one.school_class.name, one.seat, str(one.birthday)) for one in rows] == [
        ("S1", "何晨曦", "高一(1)班", 1, "2010-05-01"),
        ("S2", "罗一鸣", "高一(1)班", 2, "2010-06-02"),
        ("S3", "郑书瑶", "高一(2)班", 1, "2010-07-03"),
        ("20260004", "谢宇", "高一(2)班", 2, "2010-08-04"),
    ]
    assert rows[0].sort_key == "hechenxi hcx"
    assert rows[0].identity_number == ""
    homerooms = SchoolClass.objects.of(school).order_by("number").values_list("name", "homeroom_teacher__name")
    assert list(homerooms) == [("高一(1)班", "宋雨"), ("高一(2)班", "唐川")]
    assert Staff.objects.of(school).get(number="T1").phone == "13900000001"
    assert ClassStay.objects.of(school).filter(starts=dt.date(2026, 9, 1), ends=None).count() == 4
    dormitory = units(school.pk, Group.Kind.DORMITORY, TODAY)
    assert [(one.group.name, len(one.student_ids)) for one in dormitory] == [("1-101", 2)]
    physics = Staff.objects.of(school).get(number="T3")
    assert len(teaches(school.pk, TODAY)[physics.pk]) == 2


def test_the_same_file_twice_changes_nothing(by: Actor) -> None:
    data = workbook(school_book())
    load(by, data)
    before = state_hash()
    again = importing.stage(by=by, file_name="名册.xlsx", data=data)
    assert (again.state, again.is_stored, is_empty(again.plan)) == ("ready", False, True)
    assert state_hash() == before


def test_a_changed_file_shows_what_it_adds_changes_and_closes(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    book = school_book()
    book["学生"][2][5] = 9
    book["学生"][3][4] = "1班"
    book["学生"][3][8] = "向阳组"
    book["学生"][3][5] = 3
    book["学生"][4] = ["S9", "新来者", "女", "高一", "2班", 5, "", "", "登高组", "", "", ""]
    book["任课"][2] = ["高一(2)班", "数学", "宋雨", "是"]
    book["家长"][1] = ["S1", "何晨曦", "何母", "母亲", "13800000009"]
    plan = importing.stage(by=by, file_name="改.xlsx", data=workbook(book)).plan
    assert [row["number"] for row in plan["students"]["add"]] == ["S9"]
    assert {row["number"]: row["fields"] for row in plan["students"]["change"]} == {
        "S2": {"seat": [2, 9]},
        "S3": {"class": ["高一(2)班", "高一(1)班"], "seat": [1, 3]},
    }
    assert plan["students"]["close"] == [{"number": "20260004", "name": "谢宇", "class": "高一(2)班"}]
    assert plan["homerooms"]["change"] == [{"class": "高一(2)班", "staff": "T1", "before": "T2"}]
    assert plan["teaching"] == {
        "add": [["T1", "class", "高一(2)班", "数学"]],
        "change": [],
        "close": [["T2", "class", "高一(2)班", "数学"]],
    }
    assert [row["name"] for row in plan["guardians"]["add"]] == ["何母"]
    assert plan["guardians"]["close"] == [{"student": "S1", "name": "何父"}]


def test_a_changed_file_is_applied_with_its_history_kept(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    book = school_book()
    book["学生"][3][4] = "1班"
    book["学生"][3][8] = "向阳组"
    book["学生"][3][5] = 3
    del book["学生"][4]
    book["任课"][2] = ["高一(2)班", "数学", "宋雨", ""]
    book["家长"][1] = ["S1", "何晨曦", "何母", "母亲", "13800000009"]
    # 高一(2)班 is named by nobody of the student sheet now, so 谢宇 stays; the next file names it again
    load(by, workbook(book))
    moved = Student.objects.of(school).get(number="S3")
    stays = ClassStay.objects.of(school).filter(student=moved).order_by("starts")
    assert [(str(stay.starts), str(stay.ends)) for stay in stays] == [
        ("2026-09-01", "2026-11-22"),
        ("2026-11-23", "None"),
    ]
    groups = GroupMember.objects.of(school).filter(student=moved, group__kind="study_group").order_by("starts")
    assert [(row.group.name, str(row.ends)) for row in groups.select_related("group")] == [
        ("登高组", "2026-11-22"),
        ("向阳组", "None"),
    ]
    taught = TeachingAssignment.objects.of(school).filter(school_class__name="高一(2)班").order_by("starts")
    assert [(row.staff.number, str(row.ends)) for row in taught.select_related("staff")] == [
        ("T2", "2026-11-22"),
        ("T1", "None"),
    ]
    links = Guardianship.objects.of(school).filter(student__number="S1").order_by("guardian__phone")
    assert [(link.guardian.name, str(link.ends)) for link in links.select_related("guardian")] == [
        ("何父", "2026-11-22"),
        ("何母", "None"),
    ]
    assert Student.objects.of(school).get(number="20260004").left_on is None


def test_a_student_who_is_gone_from_the_class_is_closed_and_may_come_back(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    book = school_book()
    del book["学生"][4]
    del book["学生"][2]
    del book["家长"][2]
    load(by, workbook(book))
    gone = Student.objects.of(school).get(number="S2")
    assert gone.left_on == TODAY
    assert not GroupMember.objects.of(school).filter(student=gone, ends=None).exists()
    load(by, workbook(school_book()))
    assert Student.objects.of(school).get(number="S2", left_on=None) == gone
    assert ClassStay.objects.of(school).filter(student=gone, ends=None).count() == 1


def test_a_guardian_who_comes_back_is_the_same_row(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    book = school_book()
    book["家长"][1] = ["S1", "何晨曦", "何母", "母亲", "13800000009"]
    load(by, workbook(book))
    load(by, workbook(school_book()))
    assert Guardian.objects.of(school).filter(name="何父").count() == 1
    live = Guardianship.objects.of(school).filter(student__number="S1", ends=None)
    assert [link.guardian.name for link in live.select_related("guardian")] == ["何父"]


def test_brothers_and_sisters_share_a_guardian(by: Actor, school: School) -> None:
    load(by, added("家长", ["S3", "郑书瑶", "何父", "父亲", "138 0000 0001"]))
    assert Guardian.objects.of(school).filter(name="何父").count() == 1
    assert Guardianship.objects.of(school).filter(guardian__name="何父").count() == 2


def test_confirming_fails_when_the_roster_has_changed_since(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    book = school_book()
    book["学生"][1][1] = "何晨"
    book["家长"][1][1] = "何晨"
    row = importing.stage(by=by, file_name="改.xlsx", data=workbook(book))
    other = Student.objects.of(school).get(number="S2")
    other.seat = 30
    other.save()
    before = state_hash()
    with pytest.raises(ConflictError, match=r"^这期间有人改了名册。请重新上传这个文件。$"):
        importing.apply(by=by, pk=row.pk)
    assert state_hash() == before


def test_an_apply_that_dies_half_way_leaves_nothing(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    row = importing.stage(by=by, file_name="名册.xlsx", data=workbook(school_book()))
    before = state_hash()
    plain = batch.write

    def dies(rows: batch.Batch) -> None:
        plain(rows)
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "write", dies)
    with pytest.raises(KeyboardInterrupt):
        importing.apply(by=by, pk=row.pk)
    assert state_hash() == before
    monkeypatch.undo()
    assert importing.apply(by=by, pk=row.pk)["students"]["add"] == 4


def test_an_import_is_applied_once_and_a_dropped_one_never(by: Actor) -> None:
    row = importing.stage(by=by, file_name="名册.xlsx", data=workbook(school_book()))
    importing.apply(by=by, pk=row.pk)
    with pytest.raises(TaoliError, match=r"^这次导入已经完成或放弃了。$"):
        importing.apply(by=by, pk=row.pk)
    book = school_book()
    book["学生"][1][5] = 12
    other = importing.stage(by=by, file_name="改.xlsx", data=workbook(book))
    importing.drop(by=by, pk=other.pk)
    with pytest.raises(TaoliError, match=r"^这次导入已经完成或放弃了。$"):
        importing.apply(by=by, pk=other.pk)
    other.refresh_from_db()
    assert (other.state, other.plan) == ("dropped", {})


def test_an_applied_import_keeps_counts_and_no_people(by: Actor, school: School) -> None:
    load(by, workbook(school_book()))
    row = RosterImport.objects.of(school).get()
    assert row.plan == {}
    assert row.staged["counts"]["students"] == {"add": 4, "change": 0, "close": 0}
    entries = AuditEntry.objects.of(school).order_by("seq").values_list("action", flat=True)
    assert list(entries) == ["roster.import_stage", "roster.import_apply"]


def test_identity_numbers_are_dropped_and_the_preview_says_so(by: Actor, school: School) -> None:
    row = importing.stage(by=by, file_name="名册.xlsx", data=workbook(school_book()))
    assert row.staged["identity_dropped"] == 1
    assert "11010120100501" not in str(row.plan) + str(row.staged)


def test_identity_numbers_are_kept_where_the_school_switched_them_on(by: Actor, school: School) -> None:
    RosterSettings.objects.create(school=school, keep_identity_numbers=True)
    book = school_book()
    book["学生"][1][11] = "110101201005010012"
    load(by, workbook(book))
    assert Student.objects.of(school).get(number="S1").identity_number == "110101201005010012"


def test_example_rows_of_the_template_are_left_out(by: Actor, school: School) -> None:
    row = importing.stage(by=by, file_name="名册.xlsx", data=added("教师", ["示例T9", "示例", "女", "语文", "", ""]))
    assert row.staged["examples"] == 1
    assert [one["number"] for one in row.plan["staff"]["add"]] == ["T1", "T2", "T3"]


def test_importing_opens_no_account_by_itself(by: Actor) -> None:
    before = Account.objects.count()
    load(by, workbook(school_book()))
    assert Account.objects.count() == before


def test_a_title_row_other_headings_and_other_sheet_names_are_understood(by: Actor, school: School) -> None:
    data = workbook(
        {
            "学生名单": [
                ["新校 2026 级新生名单"],
                ["序号", "学籍号", "学生姓名*", "行政班（必填）", "寝室", "是否住校"],
                [1, "G1", "何晨曦", "七年级3班", "北201", "是"],
            ],
            "说明": [["随便写点什么"]],
        }
    )
    row = importing.stage(by=by, file_name="x.xlsx", data=data)
    importing.apply(by=by, pk=row.pk)
    student: Any = Student.objects.of(school).select_related("school_class__grade").get()
    assert (student.number, student.school_class.name, student.school_class.grade.name) == (
        "G1",
        "七年级(3)班",
        "七年级",
    )
    assert student.boarding == "boarder"
    row.refresh_from_db()
    assert row.staged["ignored"] == {"学生名单": ["序号"]}


@pytest.mark.parametrize("heading", ["小区", "所在村", "街道", "家访片区"])
def test_where_families_live_close_together_is_read_and_a_list_without_it_leaves_it(
    by: Actor, school: School, heading: str
) -> None:
    book = school_book()
    book["学生"][0] += [heading, "家庭住址"]
    for row in book["学生"][1:]:
        row += ["桃园小区", "桃园路1号"]
    load(by, workbook(book))
    assert set(Student.objects.of(school).values_list("neighbourhood", "address")) == {("桃园小区", "桃园路1号")}
    without = school_book()
    without["学生"][2][5] = 9
    load(by, workbook(without))
    assert set(Student.objects.of(school).values_list("neighbourhood", flat=True)) == {"桃园小区"}


def test_a_neighbourhood_that_is_too_long_is_named_by_sheet_row_and_column(by: Actor, school: School) -> None:
    book = school_book()
    book["学生"][0] += ["小区"]
    for row in book["学生"][1:]:
        row += ["园" * 41]
    staged = importing.stage(by=by, file_name="名册.xlsx", data=workbook(book))
    assert (staged.problems[0]["sheet"], staged.problems[0]["row"]) == ("学生", 2)
    assert not Student.objects.of(school).exists()
