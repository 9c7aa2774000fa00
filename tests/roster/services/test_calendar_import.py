"""A school's calendar compared with the stored days, and written."""

import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.state import state_hash
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.calendar import calendar_facts
from taoli.roster.services.calendar_import import apply, preview
from taoli.roster.services.terms import set_day
from tests.roster.calendars import LISTED, grid, listed
from tests.world import World

BOOK = listed(*LISTED)


def ways(world: World, data: bytes) -> dict[str, str]:
    plan = preview(school_id=world.school.pk, data=data).plan
    return {one.day.isoformat()[5:]: one.way for one in [*plan.changes, *plan.kept]}


def write(world: World, data: bytes) -> int:
    return apply(by=world.office, token=preview(school_id=world.school.pk, data=data).token)


def test_a_preview_says_what_changes_and_writes_nothing(world: World) -> None:
    before = state_hash()
    seen = preview(school_id=world.school.pk, data=BOOK)
    assert ways(world, BOOK) == {
        "09-20": "renamed",
        "10-10": "renamed",
        "10-22": "renamed",
        "10-23": "renamed",
        **{f"11-0{day}": "exam" for day in range(2, 7)},
    }
    assert seen.exam_weeks == ((10, dt.date(2026, 11, 2)),)
    assert state_hash() == before


def test_lessons_taken_away_and_added_are_told_apart(world: World) -> None:
    data = listed(("11月27日", "校庆", "放假"), ("11月28日", "补11月27日的课", "上课"), ("1月1日", "照常上课", "上课"))
    assert ways(world, data) == {"11-27": "free", "11-28": "taught", "01-01": "taught"}


def test_written_once_it_changes_nothing_the_second_time(world: World) -> None:
    assert write(world, BOOK) == 9
    after = state_hash()
    assert preview(school_id=world.school.pk, data=BOOK).empty
    assert state_hash() == after
    row = SchoolDay.objects.of(world.school).get(day="2026-10-10")
    assert (row.kind, row.source, row.follows) == ("make_up", "book", 2)
    calendar = calendar_facts(world.school.pk, world.term)
    assert calendar.is_exam_week(dt.date(2026, 11, 4))
    assert calendar.is_taught(dt.date(2026, 10, 22))


def test_a_day_that_the_next_book_leaves_out_goes_back_to_what_was_announced(world: World) -> None:
    write(
        world,
        listed(("11月27日", "校庆", "放假"), ("10月1日-3日", "国庆节放假三天，值班另行通知", "放假"), *LISTED[3:]),
    )
    assert ways(world, listed(*LISTED[3:])) == {
        "11-27": "taught",
        "10-01": "renamed",
        "10-02": "renamed",
        "10-03": "renamed",
    }
    write(world, listed(*LISTED[3:]))
    rows = SchoolDay.objects.of(world.school)
    assert not rows.filter(day="2026-11-27").exists()
    assert rows.get(day="2026-10-01").source == "announced"


def test_a_book_for_one_term_leaves_the_other_alone(world: World) -> None:
    spring = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    write(world, listed(("2027-04-20", "期中考试", "考试")))
    assert SchoolDay.objects.of(world.school).get(day="2027-04-20").term == spring
    assert "04-20" not in ways(world, BOOK)


def test_a_correction_by_hand_stays_and_is_named(world: World) -> None:
    set_day(by=world.office, term=world.term, day=dt.date(2026, 11, 3), kind="holiday", note="停电")
    assert ways(world, BOOK)["11-03"] == "kept"
    assert write(world, BOOK) == 8
    assert SchoolDay.objects.of(world.school).get(day="2026-11-03").kind == "holiday"


def test_exam_days_taken_away_are_told(world: World) -> None:
    write(world, BOOK)
    assert ways(world, listed(*LISTED[:4]))["11-02"] == "plain"


def test_a_grid_with_another_first_week_says_so(world: World) -> None:
    seen = preview(school_id=world.school.pk, data=grid({1: "8月31日教师会"}, starts=dt.date(2026, 8, 24)))
    assert seen.notes["week_one"] == "2026-08-24"
    assert seen.notes["week_differs"] == "2026-08-31"


def test_without_a_term_nothing_can_be_read(world: World) -> None:
    assert [one["code"] for one in preview(school_id=world.other.pk, data=BOOK).problems] == ["no_term"]


def test_what_was_previewed_before_somebody_else_changed_a_day_is_refused(world: World) -> None:
    token = preview(school_id=world.school.pk, data=BOOK).token
    set_day(by=world.office, term=world.term, day=dt.date(2026, 12, 1), kind="event", note="讲座")
    before = state_hash()
    with pytest.raises(ConflictError) as refusal:
        apply(by=world.office, token=token)
    assert str(refusal.value) == "在此期间有人改了校历。请重新上传文件。"
    assert state_hash() == before


def test_a_token_that_is_forged_or_another_schools_is_refused(world: World) -> None:
    Term.objects.create(school=world.other, name="学期", starts=world.term.starts, ends=world.term.ends)
    theirs = preview(school_id=world.other.pk, data=BOOK).token
    before = state_hash()
    for token in (theirs, "forged", ""):
        with pytest.raises(TaoliError) as refusal:
            apply(by=world.office, token=token)
        assert str(refusal.value) == "这份预览已过期。请重新上传文件。"
    assert state_hash() == before
