"""Who was there: the code, the hour, the list."""

import datetime as dt

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import CourseBooking, CoursePlace, CourseSession
from taoli.oversight.services.attendance import Came, check_in, take_in, tick, ticket_for
from tests.oversight.training import begun, code_of, session
from tests.world import World


def arrive(world: World, name: str, row: CourseSession, **how: str) -> CourseBooking:
    return check_in(by=world.actor(name), session=row, staff=world.staff[name], **how)


def at(hour: int, minute: int, second: int = 0) -> "time_machine.travel":
    zone = dt.timezone(dt.timedelta(hours=8))
    return time_machine.travel(dt.datetime(2026, 11, 23, hour, minute, second, tzinfo=zone), tick=False)


def places(world: World) -> dict[str, str]:
    return {one.name: one.via for one in CoursePlace.objects.of(world.bureaus["district"])}


def test_the_code_on_the_wall_and_the_one_before_count_and_twice_is_once(world: World) -> None:
    row = begun(world, "王敏", "李慧")
    arrive(world, "王敏", row, code=code_of(row))
    first = CoursePlace.objects.of(world.bureaus["district"]).get(name="王敏").present_at
    arrive(world, "王敏", row, code=code_of(row, back=1))
    assert CoursePlace.objects.of(world.bureaus["district"]).get(name="王敏").present_at == first
    assert CourseBooking.objects.of(world.school).get(staff=world.staff["王敏"]).state == "present"
    for wrong in (code_of(row, back=2), "", "１２３４５６"):
        with pytest.raises(TaoliError, match="不是本场现在的签到码"):
            arrive(world, "李慧", row, code=wrong)
    assert places(world) == {"王敏": "code", "李慧": ""}


def test_the_code_of_another_session_is_refused(world: World) -> None:
    row = begun(world, "王敏")
    other = session(world, "held", title="下午场", starts=dt.time(14), ends=dt.time(16))
    with pytest.raises(TaoliError, match="不是本场"):
        arrive(world, "王敏", row, code=code_of(other))


def test_outside_the_hour_there_is_a_sentence(world: World) -> None:
    row = begun(world, "王敏")
    for hour, words in (((9, 29), "还早"), ((11, 31), "已经结束")):
        with at(*hour), pytest.raises(TaoliError, match=words):
            arrive(world, "王敏", row, code=code_of(row))
    with at(9, 30):
        arrive(world, "王敏", row, code=code_of(row))


def test_a_scan_is_good_for_five_minutes_and_for_the_one_who_scanned(world: World) -> None:
    row = begun(world, "王敏", "李慧")
    by = world.actor("王敏")
    with pytest.raises(TaoliError, match="不是本场"):
        ticket_for(by=by, session=row, code="000000")
    ticket = ticket_for(by=by, session=row, code=code_of(row))
    with pytest.raises(TaoliError):
        check_in(by=world.actor("李慧"), session=row, staff=world.staff["李慧"], ticket=ticket)
    with at(10, 11), pytest.raises(TaoliError):
        arrive(world, "王敏", row, ticket=ticket)
    with at(10, 9):
        arrive(world, "王敏", row, ticket=ticket)


def test_without_a_sign_up_nobody_signs_in(world: World) -> None:
    row = begun(world, "王敏")
    with pytest.raises(TaoliError, match="没有报名"):
        arrive(world, "李慧", row, code=code_of(row))
    CoursePlace.objects.of(world.bureaus["district"]).update(state="off")
    with pytest.raises(TaoliError, match="没有报名"):
        arrive(world, "王敏", row, code=code_of(row))


def test_a_tick_can_be_taken_back_a_code_not(world: World) -> None:
    row, by = begun(world, "王敏", "李慧", "陈立"), world.actor("郑岚")
    arrive(world, "王敏", row, code=code_of(row))
    rows = {one.name: one.pk for one in CoursePlace.objects.of(by.school_id)}
    assert tick(by=by, pk=row.pk, present={rows["李慧"], rows["陈立"]}) == 3
    assert tick(by=by, pk=row.pk, present={rows["李慧"]}) == 2
    assert places(world) == {"王敏": "code", "李慧": "list", "陈立": ""}


def test_a_list_is_kept_only_once_the_sign_in_has_begun(world: World) -> None:
    row, by = session(world), world.actor("郑岚")
    with pytest.raises(ConflictError, match="开始签到之后"):
        tick(by=by, pk=row.pk, present=set())
    begun_row = begun(world, "王敏", title="下午场")
    member = CoursePlace.objects.of(by.school_id).get().member
    took = take_in(by=by, pk=begun_row.pk, came=[Came(member.pk, "T001", "王敏"), Came(member.pk, "X9", "来客")])
    assert took == 2
    assert places(world) == {"王敏": "book", "来客": "book"}
