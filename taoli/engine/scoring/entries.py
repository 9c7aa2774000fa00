"""When records were entered: facts for the mentor to look at, no points."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

MANY = 5  # entered within WITHIN: a burst
WITHIN = timedelta(minutes=10)
LATE = timedelta(hours=72)  # after the end of the day on which it was held


class Entry(NamedTuple):
    """One occasion: the day it was held on, and the moment it was entered, in the zone of the school's days."""

    id: str
    on: date
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class Burst:
    """So many occasions, entered from `begins` to `ends`, ten minutes at most."""

    count: int
    begins: datetime
    ends: datetime


def bursts(entries: Iterable[Entry]) -> tuple[Burst, ...]:
    """Return where five or more occasions were entered within ten minutes; each occasion is in one burst at most."""
    times = sorted(one.entered_at for one in entries)
    found, place = [], 0
    while place < len(times):
        last = place
        while last + 1 < len(times) and times[last + 1] - times[place] <= WITHIN:
            last += 1
        if last - place + 1 >= MANY:
            found.append(Burst(last - place + 1, times[place], times[last]))
            place = last
        place += 1
    return tuple(found)


def late(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the occasions entered more than 72 hours after the end of their day, by day."""
    found = (one for one in entries if one.entered_at - _end_of(one) > LATE)
    return tuple(sorted(found, key=lambda one: (one.on, one.entered_at)))


def _end_of(one: Entry) -> datetime:
    return datetime.combine(one.on + timedelta(days=1), time(), one.entered_at.tzinfo)
