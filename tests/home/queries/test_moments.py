import datetime as dt
import uuid

import pytest

from taoli.home.queries.moments import Bell, Now, Timetable, moments

ROOM, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)
BELLS = [
    Bell(1, dt.time(8), dt.time(8, 40)),
    Bell(2, dt.time(8, 50), dt.time(9, 30)),
    Bell(3, dt.time(10), dt.time(10, 40)),
    Bell(4, dt.time(10, 50), dt.time(11, 30)),
    Bell(5, dt.time(14), dt.time(14, 40)),
    Bell(6, dt.time(14, 50), dt.time(15, 30)),
    Bell(7, dt.time(19), dt.time(20)),
]


def now(at: dt.time = dt.time(7, 30), **said: object) -> Now:
    return Now(**{"at": at, "school_day": True, "timetable": Timetable(BELLS, {2: {ROOM}, 5: {OTHER}}), **said})  # type: ignore[arg-type]


def codes(way: str, known: Now, room: uuid.UUID = ROOM) -> list[str]:
    return [f"{one.code}{one.number or ''}" for one in moments(way, room, known)]


def test_a_talk_goes_after_a_lesson_with_the_class_at_noon_and_after_school() -> None:
    assert codes("talk", now()) == ["lesson2", "noon4", "after"]
    assert codes("talk", now(), OTHER) == ["noon4", "lesson5", "after"]


def test_what_is_past_is_not_suggested() -> None:
    assert codes("talk", now(dt.time(10, 5))) == ["noon4", "after"]
    assert codes("talk", now(dt.time(17, 59))) == ["after"]
    assert codes("talk", now(dt.time(18))) == []


def test_school_is_out_when_the_last_lesson_before_six_ends() -> None:
    assert moments("visit", ROOM, now())[0].starts == dt.time(15, 30)


def test_a_call_goes_at_noon_and_after_school_and_in_the_evening_only_when_opened() -> None:
    assert codes("phone", now()) == ["noon4", "after"]
    assert codes("phone", now(dt.time(19), evenings=True)) == ["evening"]
    assert codes("phone", now(dt.time(19))) == []


def test_no_student_is_asked_to_come_in_the_evening() -> None:
    assert codes("talk", now(dt.time(19), evenings=True)) == []


def test_the_fixed_slot_comes_first_on_its_day() -> None:
    assert codes("activity", now(slot=True))[0] == "slot"


def test_without_a_timetable_breaks_and_noon_are_named() -> None:
    assert codes("talk", now(timetable=Timetable())) == ["break", "noon", "after"]
    assert codes("talk", now(dt.time(12), timetable=Timetable())) == ["noon", "after"]


@pytest.mark.parametrize("way", ["talk", "phone", "visit", "activity"])
def test_on_a_day_without_lessons_nothing_is_suggested(way: str) -> None:
    assert codes(way, now(school_day=False, evenings=True)) == []
