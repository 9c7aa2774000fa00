"""What can be done now: the moments of a teacher's day that are left for students and families. Pure."""

import datetime as dt
import itertools
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

NOON_UNTIL, DAY_ENDS, EVENING_ENDS = dt.time(14), dt.time(18), dt.time(21)
NOON_FROM, SCHOOL_OUT = dt.time(11, 30), dt.time(16, 30)
MOST_BETWEEN = dt.timedelta(minutes=40)  # a longer gap between two periods is the noon break
TALKS, CALLS, VISITS = frozenset({"talk", "group_talk"}), frozenset({"phone", "message"}), frozenset({"visit"})


@dataclass(frozen=True, slots=True)
class Bell:
    """One period from bell to bell."""

    number: int
    starts: dt.time
    ends: dt.time


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the day as a code with its period: slot, lesson (just after it, with that class), break, noon, after,
    evening; `from` and `until` are the school's clock.
    """

    code: str
    starts: dt.time
    ends: dt.time
    number: int = 0


@dataclass(frozen=True)
class Timetable:
    """A teacher's day: the school's bells (empty: not known), and period → class for the periods taught."""

    bells: Sequence[Bell] = ()
    taught: Mapping[int, Collection[uuid.UUID]] = field(default_factory=dict)


@dataclass(frozen=True)
class Now:
    """The moment of asking: whether lessons are held today, the fixed slot, what the teacher has opened."""

    at: dt.time
    school_day: bool
    slot: bool = False
    evenings: bool = False
    timetable: Timetable = field(default_factory=Timetable)


def moments(way: str, class_id: uuid.UUID | None, now: Now) -> list[Moment]:
    """Return what is left of today for a way of guiding with students of a class; nothing on a day without lessons.

    Talks and activities fit the fixed slot, the break after a lesson with the class, noon, and after school; calls
    noon and after school; a visit after school, by appointment. Nothing after 18:00 unless the evenings are open.
    """
    if not now.school_day:
        return []
    found = [*_day(way, class_id, now), Moment("after", school_out(now.timetable.bells), DAY_ENDS)]
    if now.evenings and way not in TALKS:
        found.append(Moment("evening", DAY_ENDS, EVENING_ENDS))
    return [one for one in found if one.ends > now.at]


def _day(way: str, class_id: uuid.UUID | None, now: Now) -> list[Moment]:
    if way in VISITS:
        return []
    noon = _noon(now.timetable.bells)
    if way in CALLS:
        return [noon]
    slot = [Moment("slot", dt.time.min, DAY_ENDS)] if now.slot else []
    if not now.timetable.bells:
        return [*slot, Moment("break", dt.time.min, noon.starts), noon]
    return [*slot, *sorted([*_after_lessons(class_id, now.timetable), noon], key=lambda one: one.starts)]


def _after_lessons(class_id: uuid.UUID | None, timetable: Timetable) -> list[Moment]:
    """Return the breaks after a lesson with the class in which the teacher need not be elsewhere at once."""
    following = dict(zip([one.number for one in timetable.bells], timetable.bells[1:], strict=False))
    found = []
    for bell in timetable.bells:
        after = following.get(bell.number)
        if class_id in timetable.taught.get(bell.number, ()) and after is not None:
            found.append(Moment("lesson", bell.ends, after.starts, bell.number))
    return found


def _noon(bells: Sequence[Bell]) -> Moment:
    for one, after in itertools.pairwise(bells):
        if _minutes(after.starts) - _minutes(one.ends) > MOST_BETWEEN.seconds // 60:
            return Moment("noon", one.ends, after.starts, one.number)
    return Moment("noon", NOON_FROM, NOON_UNTIL)


def school_out(bells: Sequence[Bell]) -> dt.time:
    """Return when the last lesson before six o'clock ends."""
    ends = [one.ends for one in bells if one.ends < DAY_ENDS]
    return max(ends, default=SCHOOL_OUT)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
