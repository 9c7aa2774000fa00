"""Lists of the school year: transfers, class division, mergers, each on its day."""

import datetime as dt
from typing import Any

import pytest

from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.roster.models import ClassStay, GroupMember, SchoolClass, Student, TeachingAssignment
from taoli.roster.services import importing
from tests.roster.books import school_book, workbook

HEAD = ["学号", "姓名", "变动", "新班级", "日期"]


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


@pytest.fixture
def by(school: School) -> Actor:
    by = system(school.pk)
    load(by, school_book())
    return by


def load(by: Actor, book: dict[str, Any], **more: Any) -> dict[str, dict[str, int]]:
    row = importing.stage(by=by, file_name="异动.xlsx", data=workbook(book))
    assert row.problems == []
    return importing.apply(by=by, pk=row.pk, **more)


def problems(by: Actor, book: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    seen = importing.preview(school_id=by.school_id, data=workbook(book))
    found = [(one["sheet"], one["row"], one["column"], one["code"]) for one in seen.problems]
    return sorted(found, key=lambda one: (*one[:2], one[3]))


def test_a_list_moves_closes_and_brings_on_its_days(by: Actor, school: School) -> None:
    done = load(
        by,
        {
            "异动": [
                HEAD,
                ["S1", "何晨曦", "转班", "高一(2)班", "2026-11-02"],
                ["S2", "罗一鸣", "转出", "", "2026-11-10"],
                ["N1", "新同学", "转入", "高一(2)班", "2026-11-16"],
            ]
        },
        close_missing=False,
    )
    assert done["students"] == {"add": 1, "change": 1, "close": 1}
    stays = ClassStay.objects.of(school).filter(student__number="S1").order_by("starts")
    assert [
        (one.school_class.name, str(one.starts), str(one.ends)) for one in stays.select_related("school_class")
    ] == [
        ("高一(1)班", "2026-09-01", "2026-11-01"),
        ("高一(2)班", "2026-11-02", "None"),
    ]
    gone = Student.objects.of(school).get(number="S2")
    assert gone.left_on == dt.date(2026, 11, 10)
    assert str(ClassStay.objects.of(school).get(student=gone).ends) == "2026-11-09"
    assert str(GroupMember.objects.of(school).get(student=gone).ends) == "2026-11-09"
    came = ClassStay.objects.of(school).get(student__number="N1")
    assert (came.starts, came.ends) == (dt.date(2026, 11, 16), None)
    group = GroupMember.objects.of(school).filter(student__number="S1", group__kind="study_group").get()
    assert str(group.ends) == "2026-11-01"


def test_a_sheet_called_for_its_change_needs_no_column_for_it(by: Actor, school: School) -> None:
    load(by, {"分班": [["学号", "新班级"], ["S1", "高一(3)班"], ["S3", "高一(3)班"]]})
    room = SchoolClass.objects.of(school).get(name="高一(3)班")
    assert Student.objects.of(school).filter(school_class=room).count() == 2
    assert (room.grade.name, room.number) == ("高一", 3)


def test_a_merger_takes_everybody_over_and_ends_the_class(by: Actor, school: School) -> None:
    load(by, {"并班": [["原班级", "新班级", "日期"], ["高一(2)班", "高一(1)班", "2026-11-16"]]})
    gone = SchoolClass.objects.of(school).get(name="高一(2)班")
    assert gone.closed_on == dt.date(2026, 11, 16)
    assert Student.objects.of(school).filter(school_class__name="高一(1)班").count() == 4
    assert ClassStay.objects.of(school).filter(school_class=gone, ends=dt.date(2026, 11, 15)).count() == 2
    assert not TeachingAssignment.objects.of(school).filter(school_class=gone, ends=None).exists()


def test_somebody_comes_back(by: Actor, school: School) -> None:
    load(by, {"转出": [["学号", "日期"], ["S2", "2026-11-10"]]})
    load(by, {"转入": [["学号", "班级"], ["S2", "高一(2)班"]]})
    back = Student.objects.of(school).select_related("school_class").get(number="S2")
    assert (back.left_on, back.school_class.name) == (None, "高一(2)班")


def test_a_list_wins_over_being_absent_from_the_sheet_of_students(by: Actor, school: School) -> None:
    book = school_book()
    del book["学生"][2]
    del book["家长"][2]
    book["异动"] = [HEAD, ["S2", "罗一鸣", "转班", "高一(2)班", ""]]
    done = load(by, book, close_missing=True)
    assert done["students"] == {"add": 0, "change": 1, "close": 0}
    assert Student.objects.of(school).get(number="S2").left_on is None


def test_the_same_list_twice_changes_nothing(by: Actor) -> None:
    book = {"异动": [HEAD, ["S1", "何晨曦", "转班", "高一(2)班", "2026-11-02"], ["S2", "", "转出", "", "2026-11-10"]]}
    load(by, book)
    seen = importing.preview(school_id=by.school_id, data=workbook({"异动": [HEAD, book["异动"][1]]}))
    assert seen.empty


def test_what_is_not_understood_is_told(by: Actor) -> None:
    assert problems(
        by,
        {
            "异动": [
                HEAD,
                ["S1", "何晨曦", "飞走", "", ""],
                ["S2", "张三", "转出", "", ""],
                ["S3", "郑书瑶", "转班", "", ""],
                ["S9", "", "转出", "", ""],
                ["N1", "", "转入", "", ""],
                ["20260004", "谢宇", "转出", "", "2026-12-01"],
                ["20260004", "谢宇", "转出", "", "2020-12-01"],
            ]
        },
    ) == [
        ("异动", 2, "学号", "no_change"),
        ("异动", 2, "变动", "not_move"),
        ("异动", 3, "学号", "student_mismatch"),
        ("异动", 4, "学号", "no_new_class"),
        ("异动", 5, "学号", "unknown_student"),
        ("异动", 6, "学号", "come_without_class"),
        ("异动", 7, "日期", "day_later"),
        ("异动", 8, "日期", "day_long_ago"),
        ("异动", 8, "学号", "student_twice"),
    ]
    rows = [["高一(9)班", "高一(1)班", "2026-11-16"], ["高一(1)班", "高一(1)班", "2026-11-16"]]
    assert problems(by, {"并班": [["原班级", "新班级", "日期"], *rows]}) == [
        ("并班", 2, "原班级", "unknown_class"),
        ("并班", 3, "新班级", "same_class"),
    ]
