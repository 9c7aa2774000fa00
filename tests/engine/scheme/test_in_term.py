from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from taoli.engine.calendar import SchoolCalendar, Term, each_day
from taoli.engine.scheme import problems_in_term
from tests.engine.examples import AUTUMN, YEAR, taigu


def found(calendar: SchoolCalendar, term: Term, **changes: Any) -> list[tuple[str, str, dict[str, Any]]]:
    problems = problems_in_term(taigu(**changes), calendar, term)
    return [(one.path, one.code, dict(one.params)) for one in problems]


def only(term: Term, *, taught: bool | None = None) -> SchoolCalendar:
    days = {} if taught is None else dict.fromkeys(each_day(term.starts, term.ends), taught)
    return SchoolCalendar((term,), days)


def test_an_ordinary_term_has_no_problem() -> None:
    assert found(YEAR, AUTUMN, cycle__weeks=4) == []
    assert found(YEAR, AUTUMN) == []
    assert problems_in_term(taigu(cycle__weeks=4).model_copy(update={"cycle": None, "duties": ()}), YEAR, AUTUMN) == ()


def test_a_term_in_which_nothing_is_taught_says_only_that() -> None:
    assert found(only(AUTUMN, taught=False), AUTUMN, cycle__weeks=4) == [
        ("", "term_without_days", {"term": AUTUMN.name})
    ]


def test_a_cycle_longer_than_the_term_is_named_with_both_lengths() -> None:
    short = replace(AUTUMN, ends=AUTUMN.starts + timedelta(days=20))
    assert found(only(short), short, cycle__weeks=6)[0] == (
        "cycle.weeks",
        "cycle_longer_than_term",
        {"weeks": 6, "term": 4, "first": 1},
    )


def test_a_slot_on_a_day_that_is_never_taught_is_named() -> None:
    fridays = [day for day in each_day(AUTUMN.starts, AUTUMN.ends) if day.weekday() == 4]
    calendar = replace(only(AUTUMN), days=dict.fromkeys(fridays, False))
    assert found(calendar, AUTUMN, cycle__weeks=1, cycle__anchor_week=1, cycle__weekday=5) == [
        ("cycle.weekday", "slot_never_taught", {})
    ]


def test_a_cadence_without_a_period_in_a_very_short_term_is_named() -> None:
    days = Term("s", "短", date(2026, 9, 17), date(2026, 9, 18))
    assert ("duties.individual.per", "never_owed", {"per": "month"}) in found(only(days), days)
