"""When records were entered."""

from datetime import UTC, date, datetime, timedelta

from taoli.engine.scoring import Burst, Entry, bursts, late

DAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def entered(*minutes: float) -> list[Entry]:
    return [Entry(f"e{place}", DAY, NOON + timedelta(minutes=one)) for place, one in enumerate(minutes)]


def test_five_within_ten_minutes_are_a_burst_and_four_are_none() -> None:
    assert bursts(entered(0, 2, 4, 6)) == ()
    assert bursts(entered(10, 0, 2, 4, 6)) == (Burst(5, NOON, NOON + timedelta(minutes=10)),)
    assert bursts(entered(0, 2, 4, 6, 10.1)) == ()


def test_a_burst_begins_where_the_ten_minutes_do_and_nothing_is_in_two() -> None:
    found = bursts(entered(0, 8, 9, 10.5, 11, 12, 40, 41, 42, 43, 44, 49))
    assert [(one.count, one.begins.minute, one.ends.minute) for one in found] == [(5, 8, 12), (6, 40, 49)]


def test_late_is_more_than_seventy_two_hours_after_the_end_of_the_day() -> None:
    edge = datetime(2026, 11, 6, 0, 0, tzinfo=UTC)  # Monday's talk: Tuesday, Wednesday and Thursday are over
    on_time, too_late = Entry("a", DAY, edge), Entry("b", DAY, edge + timedelta(seconds=1))
    assert late([too_late, on_time]) == (too_late,)
    assert late([]) == ()
