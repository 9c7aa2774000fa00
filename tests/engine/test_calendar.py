from datetime import date

import pytest

from taoli.engine.calendar import (
    Period,
    SchoolCalendar,
    TeachingDays,
    Term,
    lesson_days,
    periods,
    slot_days,
    teaching_days,
    week_of,
)
from taoli.engine.scheme import Clause, Cycle
from tests.engine.examples import AUTUMN, SPRING, YEAR

CLAUSE = Clause(rule="TG-18", ref="例")
FOUR_WEEKS = Cycle(weeks=4, anchor_week=3, weekday=3, clause=CLAUSE)


def keys(per: str, term: Term = AUTUMN, calendar: SchoolCalendar = YEAR, cycle: Cycle | None = None) -> list[str]:
    return [period.key for period in periods(calendar, term, per, cycle)]


def test_teaching_days_know_holidays_make_up_days_and_the_ends_of_terms() -> None:
    found = teaching_days(YEAR, date(2026, 8, 30), date(2026, 9, 2))
    assert found == (date(2026, 9, 1), date(2026, 9, 2))
    assert date(2026, 9, 27) in teaching_days(YEAR, date(2026, 9, 26), date(2026, 10, 8))
    assert teaching_days(YEAR, date(2026, 10, 1), date(2026, 10, 7)) == ()
    assert teaching_days(YEAR, date(2027, 2, 1), date(2027, 2, 21)) == ()


def test_exam_week_is_the_whole_week_of_a_named_day() -> None:
    calendar = SchoolCalendar((AUTUMN,), exam_weeks=frozenset({date(2026, 11, 11)}))
    assert calendar.is_exam_week(date(2026, 11, 9))
    assert not calendar.is_exam_week(date(2026, 11, 16))
    assert calendar.exam_mondays() == {date(2026, 11, 9)}


# The week of 9 November; the last two of the term.
MID_TERM = SchoolCalendar((AUTUMN,), exam_weeks=frozenset({date(2026, 11, 12), date(2026, 11, 13)}))
FINALS = SchoolCalendar((AUTUMN,), exam_weeks=frozenset({date(2027, 1, 11), date(2027, 1, 18)}))


def test_exam_week_is_taught_but_holds_no_lesson_days() -> None:
    around = date(2026, 11, 6), date(2026, 11, 16)
    assert len(teaching_days(MID_TERM, *around)) == 7
    assert lesson_days(MID_TERM, *around) == around


def test_exam_week_asks_for_nothing_by_the_day_or_week() -> None:
    weeks, plain = keys("week", calendar=MID_TERM), keys("week", calendar=SchoolCalendar((AUTUMN,)))
    assert [key for key in plain if key not in weeks] == ["2026-1-w11"]
    days = {period.starts for period in periods(MID_TERM, AUTUMN, "day")}
    assert date(2026, 11, 6) in days
    assert not days & {date(2026, 11, day) for day in range(9, 14)}


def test_longer_periods_count_when_half_of_their_days_lie_outside_exam_weeks() -> None:
    assert keys("two_weeks", calendar=MID_TERM) == keys("two_weeks", calendar=SchoolCalendar((AUTUMN,)))
    assert keys("month", calendar=MID_TERM) == keys("month")
    assert keys("two_weeks", calendar=FINALS)[-1] == "2026-1-f10"  # the eleventh: exams, then the term is over
    assert keys("month", calendar=FINALS)[-1] == "2026-12"  # January: six days, ten of exams, five after the term
    assert keys("term", calendar=FINALS) == ["2026-1"]


def test_slot_of_an_exam_week_moves_behind_it() -> None:
    calendar = SchoolCalendar((AUTUMN,), exam_weeks=frozenset({date(2026, 9, 17)}))
    assert slot_days(calendar, AUTUMN, FOUR_WEEKS)[0] == date(2026, 9, 21)
    whole_rest = SchoolCalendar((AUTUMN,), exam_weeks=frozenset({date(2026, 9, 17), date(2026, 9, 24)}))
    assert slot_days(whole_rest, AUTUMN, FOUR_WEEKS)[0] == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 9, 1), 1),
        (date(2026, 9, 6), 1),
        (date(2026, 9, 7), 2),
        (date(2026, 11, 23), 13),
        (date(2026, 8, 31), 0),
        (date(2027, 1, 23), 0),
    ],
)
def test_week_of_counts_from_the_week_of_the_first_day(day: date, week: int) -> None:
    assert week_of(YEAR, AUTUMN, day) == week


def test_week_of_is_none_for_a_term_of_another_calendar() -> None:
    assert week_of(SchoolCalendar((SPRING,)), AUTUMN, AUTUMN.starts) == 0


def test_weeks_without_a_taught_day_do_not_count() -> None:
    calendar = SchoolCalendar((AUTUMN,), {date(2026, 10, day): False for day in range(5, 10)})
    weeks = keys("week", calendar=calendar)
    assert "2026-1-w06" not in weeks
    assert weeks[4:6] == ["2026-1-w05", "2026-1-w07"]


def test_a_part_week_counts_from_half_of_its_days_on() -> None:
    starting_wednesday = Term("t", "", date(2026, 9, 2), date(2026, 9, 15))
    calendar = SchoolCalendar((starting_wednesday,))
    first, second = periods(calendar, starting_wednesday, "week")
    assert first == Period("t-w01", "week", date(2026, 9, 2), date(2026, 9, 6), 1)
    assert second.ends == date(2026, 9, 13)  # the last week holds two of five days and does not count


def test_months_count_when_at_least_half_of_them_is_taught() -> None:
    assert keys("month") == ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"]
    assert keys("month", SPRING) == ["2027-03", "2027-04", "2027-05", "2027-06"]


def test_two_weeks_and_days() -> None:
    assert keys("two_weeks")[:2] == ["2026-1-f01", "2026-1-f02"]
    days = periods(YEAR, AUTUMN, "day")
    assert days[0] == Period("2026-09-01", "day", date(2026, 9, 1), date(2026, 9, 1), 1)
    assert len(days) == len(teaching_days(YEAR, AUTUMN.starts, AUTUMN.ends))


def test_long_periods() -> None:
    assert periods(YEAR, SPRING, "term") == (Period("2026-2", "term", SPRING.starts, SPRING.ends, 1),)
    assert periods(YEAR, SPRING, "year") == (Period("year-2026", "year", AUTUMN.starts, SPRING.ends, 1),)
    assert keys("once") == ["once-2026-1"]


def test_cycles_follow_each_other_and_need_a_length() -> None:
    assert keys("cycle", cycle=FOUR_WEEKS) == [f"2026-1-c0{place}" for place in range(1, 6)]
    assert keys("cycle") == []
    assert keys("cycle", cycle=Cycle(clause=CLAUSE)) == []
    late = Cycle(weeks=4, first_week=3, clause=CLAUSE)
    assert periods(YEAR, AUTUMN, "cycle", late)[0].starts == date(2026, 9, 14)


def test_slot_days_are_the_third_wednesday_of_each_cycle() -> None:
    found = slot_days(YEAR, AUTUMN, FOUR_WEEKS)
    assert found[:2] == (date(2026, 9, 16), date(2026, 10, 14))
    assert len(found) == 5


def test_slot_moves_to_the_next_taught_day_of_its_cycle() -> None:
    closed = SchoolCalendar((AUTUMN,), {date(2026, 9, 16): False})
    assert slot_days(closed, AUTUMN, FOUR_WEEKS)[0] == date(2026, 9, 17)


def test_slot_is_open_while_week_or_weekday_are() -> None:
    assert slot_days(YEAR, AUTUMN, Cycle(weeks=4, weekday=3, clause=CLAUSE)) == ()
    assert slot_days(YEAR, AUTUMN, Cycle(weeks=4, anchor_week=3, clause=CLAUSE)) == ()


def test_unknown_cadence_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        periods(YEAR, AUTUMN, "fortnight")


def test_teaching_days_counted_and_found() -> None:
    taught = TeachingDays((date(2026, 9, 1), date(2026, 9, 2)))
    assert taught.count(date(2026, 9, 2), date(2026, 9, 9)) == 1
    assert taught.count(date(2026, 9, 9), date(2026, 9, 1)) == 0
    assert taught.last(date(2026, 9, 1), date(2026, 9, 9)) == date(2026, 9, 2)
    assert taught.last(date(2026, 9, 3), date(2026, 9, 9)) is None
    assert taught.last(date(2026, 8, 1), date(2026, 8, 9)) is None
