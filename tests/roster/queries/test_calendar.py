"""Terms, and the school days the engine sees."""

import datetime as dt

from taoli.engine.calendar import teaching_days, week_of
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.calendar import calendar_facts, current_term, term_facts, term_key, terms
from tests.world import END, START, TODAY, World


def test_current_term_is_the_one_that_contains_today(world: World) -> None:
    next_term = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    assert current_term(world.school.pk) == world.term
    assert current_term(world.school.pk, dt.date(2027, 3, 1)) == next_term
    assert terms(world.school.pk) == [next_term, world.term]


def test_current_term_in_the_holidays_is_the_latest_begun_and_before_all_the_first(world: World) -> None:
    Term.objects.create(school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2))
    assert current_term(world.school.pk, dt.date(2027, 2, 10)) == world.term
    assert current_term(world.school.pk, dt.date(2026, 8, 1)) == world.term


def test_current_term_of_a_school_without_terms_is_none(world: World) -> None:
    assert current_term(world.other.pk) is None


def test_term_keys_name_school_year_and_semester() -> None:
    days = (dt.date(2026, 8, 31), dt.date(2026, 9, 1), dt.date(2027, 2, 22), dt.date(2027, 6, 20))
    assert [term_key(day) for day in days] == ["2026-1", "2026-1", "2026-2", "2026-3"]


def test_calendar_facts_take_holidays_out_and_make_up_days_in(world: World) -> None:
    calendar = calendar_facts(world.school.pk, world.term)
    assert not calendar.is_taught(dt.date(2026, 10, 1))
    assert calendar.is_taught(dt.date(2026, 10, 10))
    assert not calendar.is_taught(dt.date(2026, 11, 22))
    assert calendar.is_taught(TODAY)
    assert week_of(calendar, term_facts(world.term), TODAY) == 13
    # 107 weekdays in the term; 1 + 5 + 1 of the holidays are weekdays, two Saturdays/Sundays are worked
    assert len(teaching_days(calendar, START, END)) == 109 - 7 + 2


def test_exam_days_stay_taught_and_mark_their_week(world: World) -> None:
    SchoolDay.objects.create(school=world.school, term=world.term, day=dt.date(2026, 11, 10), kind=SchoolDay.Kind.EXAM)
    calendar = calendar_facts(world.school.pk, world.term)
    assert calendar.is_taught(dt.date(2026, 11, 10))
    assert calendar.is_exam_week(dt.date(2026, 11, 12))


def test_calendar_facts_hold_both_terms_of_the_year_and_no_other_year(world: World) -> None:
    spring = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    Term.objects.create(school=world.school, name="来年", starts=dt.date(2027, 9, 1), ends=dt.date(2028, 1, 21))
    calendar = calendar_facts(world.school.pk, world.term)
    assert calendar.terms == (term_facts(world.term), term_facts(spring))
