from datetime import date

import pytest

from taoli.engine.compliance import state_of

START, DUE = date(2026, 9, 1), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("done", "as_of", "exempt", "state"),
    [
        (2, date(2026, 10, 9), False, "met"),
        (3, START, True, "met"),
        (1, date(2026, 10, 9), True, "exempt"),
        (1, date(2026, 10, 1), False, "overdue"),
        (1, DUE, False, "due_soon"),
        (0, date(2026, 9, 23), False, "due_soon"),
        (0, date(2026, 9, 22), False, "open"),
    ],
)
def test_the_state_of_two_owed_in_september(done: int, as_of: date, exempt: bool, state: str) -> None:
    assert state_of(2, done, START, DUE, as_of, exempt=exempt) == state


def test_in_a_week_soon_is_the_day_before() -> None:
    monday, friday = date(2026, 9, 7), date(2026, 9, 11)
    assert state_of(1, 0, monday, friday, date(2026, 9, 9), exempt=False) == "open"
    assert state_of(1, 0, monday, friday, date(2026, 9, 10), exempt=False) == "due_soon"


def test_in_a_term_soon_is_a_week() -> None:
    start, due = date(2026, 9, 1), date(2027, 1, 22)
    assert state_of(1, 0, start, due, date(2027, 1, 14), exempt=False) == "open"
    assert state_of(1, 0, start, due, date(2027, 1, 15), exempt=False) == "due_soon"
