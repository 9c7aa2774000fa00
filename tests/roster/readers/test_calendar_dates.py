import datetime as dt

import pytest

from taoli.roster.readers.calendar_dates import Years, day_of, near_days, spans_in, titled_year, week_number
from taoli.roster.readers.cells import CellError
from tests.world import END, START, TODAY

YEARS = Years(((START, END),), TODAY)
WEEK = dt.date(2026, 9, 28)


def days(text: str, years: Years = YEARS) -> list[tuple[str, str]]:
    return [(span.first.isoformat(), span.last.isoformat()) for span in day_of(text, years)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-10-01", "2026-10-01", "2026-10-01"),
        ("20261001", "2026-10-01", "2026-10-01"),
        ("46296", "2026-10-01", "2026-10-01"),
        ("10月1日", "2026-10-01", "2026-10-01"),
        ("10月1日—7日", "2026-10-01", "2026-10-07"),
        ("10.1-10.7", "2026-10-01", "2026-10-07"),
        ("10/1至10/7", "2026-10-01", "2026-10-07"),
        ("2026/10/1-2026/10/8", "2026-10-01", "2026-10-08"),
        ("10月1日(周四)至10月7日(周三)放假7天", "2026-10-01", "2026-10-07"),
        ("12月30日-1月2日", "2026-12-30", "2027-01-02"),
        ("1月20日", "2027-01-20", "2027-01-20"),
    ],
)
def test_a_date_or_a_stretch_of_dates(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]


def test_several_dates_in_one_cell() -> None:
    assert days("9月25日、9月28日") == [("2026-09-25", "2026-09-25"), ("2026-09-28", "2026-09-28")]
    assert days("2.10月10日") == [("2026-10-10", "2026-10-10")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("国庆", "not_day"),
        ("9月31日", "impossible_day"),
        ("2026-13-01", "impossible_day"),
        ("20260931", "impossible_day"),
        ("10月10日（周五）", "weekday_mismatch"),
        ("9月1日-31日", "impossible_day"),
    ],
)
def test_what_is_no_date_says_why(text: str, code: str) -> None:
    with pytest.raises(CellError) as error:
        day_of(text, YEARS)
    assert error.value.code == code


def test_the_year_comes_from_the_title_or_from_the_term_near_today() -> None:
    assert titled_year(["校历", "2026-2027学年第一学期"]) == 2026
    assert titled_year(["2026年校历"]) is None
    titled = Years((), TODAY, 2025)
    assert days("9月1日", titled) == [("2025-09-01", "2025-09-01")]
    assert days("1月5日", titled) == [("2026-01-05", "2026-01-05")]
    two = Years(((dt.date(2025, 9, 1), dt.date(2026, 1, 20)), (START, END)), TODAY)
    assert days("9月8日", two) == [("2026-09-08", "2026-09-08")]
    assert days("9月8日", Years((), TODAY)) == [("2026-09-08", "2026-09-08")]


@pytest.mark.parametrize(
    ("text", "number"),
    [("第10周", 10), ("3", 3), ("第十二周", 12), ("二十", 20), ("一", 1), ("周末", None), ("十十", None)],
)
def test_week_numbers(text: str, number: int | None) -> None:
    assert week_number(text) == number


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10月8日开会", dt.date(2026, 10, 8), dt.date(2026, 10, 8)),
        ("1-7日国庆放假", dt.date(2026, 10, 1), dt.date(2026, 10, 7)),
        ("30日家长会", dt.date(2026, 9, 30), dt.date(2026, 9, 30)),
        ("周三下午家长会", dt.date(2026, 9, 30), dt.date(2026, 9, 30)),
        ("周四至周五考试", dt.date(2026, 10, 1), dt.date(2026, 10, 2)),
    ],
)
def test_days_named_beside_a_week(text: str, first: dt.date, last: dt.date) -> None:
    (span,) = near_days(text, WEEK, YEARS)
    assert (span.first, span.last) == (first, last)


def test_a_day_number_far_from_its_week_is_refused() -> None:
    with pytest.raises(CellError) as error:
        near_days("31日放假", dt.date(2026, 10, 5), YEARS)
    assert error.value.code == "not_near"
    assert spans_in("没有日期", YEARS) == []
