import datetime as dt
from typing import Any

import pytest

from taoli.roster.readers.calendar_book import CalendarReading, read_calendar
from taoli.roster.readers.calendar_items import Entry
from tests.roster.calendars import HEADINGS, LISTED, REMARKS, grid, listed, workbook
from tests.world import END, START, TODAY

NATIONAL = {dt.date(2026, 10, day): Entry("holiday", "国庆节放假") for day in range(1, 8)}
MID_TERM = {dt.date(2026, 11, day): Entry("exam", "期中考试") for day in range(2, 7)}
SPORTS = {dt.date(2026, 10, day): Entry("event", "校运动会") for day in (22, 23)}


def read(data: bytes, terms: tuple[tuple[dt.date, dt.date], ...] = ((START, END),)) -> CalendarReading:
    return read_calendar(data, terms, TODAY)


def codes(data: bytes) -> list[tuple[str, str, int, str]]:
    return [(one.code, one.sheet, one.row, one.column) for one in read(data).problems]


def test_a_list_says_each_day() -> None:
    found = read(listed(*LISTED, title="桃李中学2026-2027学年第一学期校历"))
    assert found.problems == []
    assert found.entries == {
        dt.date(2026, 9, 20): Entry("make_up", "中秋调休", 2),
        **NATIONAL,
        dt.date(2026, 10, 10): Entry("make_up", "补10月6日的课", 2),
        **SPORTS,
        **MID_TERM,
    }


def test_the_usual_grid_says_the_same() -> None:
    found = read(grid())
    assert found.problems == []
    assert found.entries == {
        dt.date(2026, 9, 20): Entry("make_up", "上课", 2),
        **NATIONAL,
        dt.date(2026, 10, 10): Entry("make_up", "", 2),
        **SPORTS,
        **MID_TERM,
    }
    assert found.notes["week_one"] == "2026-08-31"


def test_a_grid_that_begins_on_sundays_and_counts_weeks_otherwise() -> None:
    found = read(grid({}, {(6, 5): "8 秋游"}, starts=dt.date(2026, 8, 30), letters="日一二三四五六"))
    assert found.problems == []
    assert found.entries == {dt.date(2026, 10, 8): Entry("event", "秋游")}
    assert found.notes["week_one"] == "2026-08-31"


@pytest.mark.parametrize(
    ("cell", "entry"),
    [
        ("26 休", Entry("holiday", "")),
        ("26\n期中考试", Entry("exam", "期中考试")),
        ("26日(家长会)", Entry("event", "家长会")),
        ("26初七", None),
        ("2026-11-26", None),
        ("11.26", None),
    ],
)
def test_words_in_a_cell_of_the_grid(cell: str, entry: Entry | None) -> None:
    found = read(grid({1: "9月1日开学典礼"}, {(13, 4): cell}))
    assert found.problems == []
    assert found.entries.get(dt.date(2026, 11, 26)) == entry


def test_words_below_the_numbers_belong_to_the_week_above() -> None:
    rows = [
        ["周次", *"一二三四五六日"],
        ["第1周", 31, 1, 2, 3, 4, 5, 6],
        ["", "", "开学典礼"],
        ["第2周", 7, 8, 9, 10, 11, 12, 13],
    ]
    assert read(workbook({"表": rows})).entries == {dt.date(2026, 9, 1): Entry("event", "开学典礼")}


def test_a_break_between_two_weeks_is_seen() -> None:
    weeks = [["周次", *"一二三四五六日"]]
    for number, monday in enumerate([dt.date(2026, 9, 21), dt.date(2026, 9, 28), dt.date(2026, 10, 12)], 4):
        weeks.append([f"第{number}周", *[(monday + dt.timedelta(days=place)).day for place in range(7)]])
    weeks[3][1] = "12 秋游"
    assert read(workbook({"表": weeks})).entries == {dt.date(2026, 10, 12): Entry("event", "秋游")}


def test_each_wrong_row_of_a_list_is_told_with_its_place() -> None:
    rows: tuple[tuple[Any, ...], ...] = (
        ("9月31日", "没有这一天", "放假"),
        ("10月10日(周五)", "星期不对", "上课"),
        ("11月4日", "类型不明", "看情况"),
        ("", "没有日期", "活动"),
        ("11月18日", "调休", "调休"),
        ("2026-03-04", "学期外", "考试"),
        ("10月3日", "国庆", "放假"),
        ("10月3日", "自习", "上课"),
        ("10月7日-10月1日", "倒着写", "放假"),
        ("9月1日-12月31日", "太长", "考试"),
        ("11月25日", "一" * 81, "活动"),
        ("11月21日", "补课", "上课", "11月22日"),
        ("", "", "", "周三"),
        ("12月1日", "", ""),
        ("国庆", "不是日期", "放假"),
    )
    assert codes(listed(*rows)) == [
        ("impossible_day", "校历", 2, "日期"),
        ("weekday_mismatch", "校历", 3, "日期"),
        ("not_day_kind", "校历", 4, "类型"),
        ("empty_cell", "校历", 5, "日期"),
        ("swap_on_weekday", "校历", 6, "日期"),
        ("outside_terms", "校历", 7, "日期"),
        ("contradiction", "校历", 9, "日期"),
        ("backwards", "校历", 10, "日期"),
        ("long_stretch", "校历", 11, "日期"),
        ("too_long", "校历", 12, "日期"),
        ("follows_weekend", "校历", 13, "课表"),
        ("empty_cell", "校历", 14, "日期"),
        ("empty_cell", "校历", 15, "类型"),
        ("not_day", "校历", 16, "日期"),
    ]


def test_each_wrong_cell_of_a_grid_is_told_with_its_place() -> None:
    remarks = {**REMARKS, 4: "放假", 6: "31日上课", 12: "补11月21日的课"}
    assert codes(grid(remarks, {(7, 3): 99, (8, 2): 3, (9, 1): "=B9+7"})) == [
        ("no_day_named", "Sheet1", 6, "备注"),
        ("not_near", "Sheet1", 8, "备注"),
        ("wrong_day", "Sheet1", 9, "三"),
        ("wrong_day", "Sheet1", 10, "二"),
        ("formula", "Sheet1", 11, "一"),
        ("wrong_day", "Sheet1", 11, "一"),
        ("follows_weekend", "Sheet1", 14, "备注"),
    ]


def test_a_grid_of_another_year_finds_no_place() -> None:
    rows = [["周次", *"一二三四五六日"], ["第1周", 31, 30, 29, 28, 27, 26, 25]]
    assert codes(workbook({"表": rows})) == [("grid_where", "表", 2, "")]
    assert read(grid(), ()).problems[0].code == "grid_where"


def test_weeks_and_two_columns_of_days() -> None:
    by_week = listed(("第10周", "期中考试", "考试"), headings=("周次", "安排", "类型"))
    assert read(by_week).entries == MID_TERM
    two = listed(("2026-10-22", "2026-10-23", "校运动会", ""), headings=("从", "到", "名称", "类型"))
    assert read(two).entries == SPORTS
    assert codes(listed(("第40周", "考试", "考试"), headings=("周次", "安排", "类型"))) == [
        ("not_week", "校历", 2, "周次")
    ]
    wrong = listed(("10月1日", "国庆", "放假", "放假"), headings=("从", "到", "名称", "类型"))
    assert codes(wrong) == [("not_day", "校历", 2, "到")]


def test_holidays_outside_the_terms_are_left_out_and_said() -> None:
    found = read(listed(("2月1日-2月20日", "寒假", "放假"), ("1月25日-2月3日", "寒假开始", "放假")))
    assert [one["name"] for one in found.notes["left_out"]] == ["寒假"]
    assert len(found.entries) == 5


def test_festivals_exams_and_swaps_take_their_day_from_the_announcement() -> None:
    found = read(
        listed(("10月1日", "国庆节", ""), ("10月8日", "中秋节", ""), ("10月10日", "调休", ""), ("10月7日", "调休", ""))
    )
    kinds = {day.day: entry.kind for day, entry in found.entries.items()}
    assert kinds == {1: "holiday", 8: "event", 10: "make_up", 7: "holiday"}
    weekend = read(listed(("11月13日-11月16日", "期中考试", "考试"), ("9月1日", "正式上课", "上课")))
    assert {day.day: entry.kind for day, entry in weekend.entries.items()} == {13: "exam", 16: "exam", 1: "event"}


def test_holiday_within_exam_weeks_and_exams_on_a_make_up_day_are_no_contradiction() -> None:
    found = read(
        listed(
            ("12月31日-1月6日", "期末考试", "考试"),
            ("1月1日", "元旦", "放假"),
            ("1月2日", "补课", "上课"),
            ("1月2日", "期末考试", "考试"),
            ("1月4日", "元旦晚会", "活动"),
        )
    )
    assert found.problems == []
    kinds = {day.isoformat()[5:]: (entry.kind, entry.note) for day, entry in found.entries.items()}
    assert kinds["01-01"] == ("holiday", "元旦")
    assert kinds["01-02"] == ("make_up", "补课、期末考试")
    assert kinds["01-04"] == ("exam", "期末考试、元旦晚会")


def test_numbers_like_10_1_are_asked_about() -> None:
    assert read(listed((10.1, "国庆节", "放假"))).notes["dotted"] == ["10.1"]


def test_remarks_examples_and_sheets_without_a_calendar() -> None:
    data = workbook(
        {
            "封面": [["桃李中学"]],
            "校历": [HEADINGS, ["示例 11月4日", "考试", "考试"], ["注：以通知为准"], ["11月20日", "家长会", "活动"]],
            "空": [],
        }
    )
    found = read(data)
    assert (found.problems, found.notes["ignored"], found.notes["read"]) == ([], ["封面"], ["校历"])
    assert list(found.entries) == [dt.date(2026, 11, 20)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK no zip", "not_workbook"),
        (workbook({"Sheet1": [["姓名", "学号"], ["甲", "1"]]}), "no_calendar"),
        (listed(), "no_days"),
        (listed((("=DATE(2026,10,1)"), "国庆", "放假")), "formula"),
    ],
)
def test_what_is_no_calendar_is_said(data: bytes, code: str) -> None:
    assert [one.code for one in read(data).problems][:1] == [code]


def test_cells_far_away_are_refused() -> None:
    rows = [["日期", "名称"], *[[""]] * 20_100, ["11月4日", "远"]]
    assert codes(workbook({"校历": rows})) == [("sheet_too_large", "校历", 0, "")]
