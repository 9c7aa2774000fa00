import datetime as dt

import pytest

from taoli.notifications.queries.hours import hours_of
from tests.notifications.conftest import at
from tests.world import World


@pytest.mark.parametrize(
    ("asked", "comes"),
    [
        (at(11, 23, 10, 5), at(11, 23, 10, 5)),
        (at(11, 23, 7), at(11, 23, 7)),
        (at(11, 23, 6, 59), at(11, 23, 7)),
        (at(11, 23, 21, 59), at(11, 23, 21, 59)),
        (at(11, 23, 22), at(11, 24, 7)),
        (at(11, 27, 23), at(11, 30, 7)),  # Friday night: Monday morning
        (at(11, 28, 12), at(11, 30, 7)),  # Saturday
        (at(9, 24, 22, 30), at(9, 28, 7)),  # a holiday, then the weekend
        (at(9, 20, 12), at(9, 20, 12)),  # a Sunday that is taught instead
        (at(8, 20, 12), at(9, 1, 7)),  # before the term
    ],
)
def test_nights_weekends_and_holidays_wait_for_the_next_school_morning(
    world: World, asked: dt.datetime, comes: dt.datetime
) -> None:
    hours = hours_of(world.school.pk)
    assert hours.next(asked) == comes
    assert hours.open(asked) == (asked == comes)


def test_after_the_last_term_nothing_is_known(world: World) -> None:
    assert hours_of(world.school.pk).next(at(2, 1, 12, year=2027)) is None
    assert hours_of(world.other.pk).next(at(11, 23, 12)) is None
