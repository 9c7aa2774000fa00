"""Signing up for a bureau's session: seats, the waiting list, what crosses the fence."""

import datetime as dt

import pytest
from django.utils import translation

from taoli.common.errors import ConflictError, TaoliError
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import inbox_of
from taoli.oversight.models import CourseBooking, CoursePlace, Member
from taoli.oversight.services.bookings import MOST, book, sign_off
from taoli.oversight.services.courses import move_session, plan_session
from tests.oversight.training import plan, session, signed_up
from tests.world import TODAY, World


def states(world: World) -> dict[str, str]:
    rows = CourseBooking.objects.of(world.school).select_related("staff")
    return {one.staff.name: one.state for one in rows}


def test_who_comes_after_the_last_seat_waits_and_gets_the_first_free_one(world: World) -> None:
    row = session(world, seats=2)
    assert signed_up(world, row, "王敏", "李慧", "陈立", "周宁") == (2, 2)
    assert signed_up(world, row, "王敏") == (1, 0)  # once is enough
    assert states(world) == {"王敏": "booked", "李慧": "booked", "陈立": "waiting", "周宁": "waiting"}
    sign_off(by=world.office, session=row, staff=world.staff["李慧"])
    assert states(world) == {"王敏": "booked", "李慧": "off", "陈立": "booked", "周宁": "waiting"}
    told = Notice.objects.of(world.school).get(kind="course_seat")
    assert told.receiver_id == world.staff["陈立"].pk
    with pytest.raises(ConflictError, match="没有可取消"):
        sign_off(by=world.office, session=row, staff=world.staff["李慧"])
    plan_session(by=world.actor("郑岚"), course=row.course, plan=plan(seats=5), pk=row.pk, edit=row.edit)
    assert states(world)["周宁"] == "booked"


def test_the_bureau_is_told_school_number_and_name_and_nothing_else(world: World) -> None:
    row = session(world)
    signed_up(world, row, "王敏")
    place = CoursePlace.objects.of(world.bureaus["district"]).get()
    assert (place.member.name, place.number, place.name) == ("桃李中学", "T001", "王敏")
    told = {field.name for field in CoursePlace._meta.local_fields}
    assert told & {"phone", "gender", "subject", "staff"} == set()


def test_over_is_over_and_strangers_are_told_so(world: World) -> None:
    row = session(world, day=TODAY + dt.timedelta(3), sign_up_until=TODAY - dt.timedelta(1))
    with pytest.raises(TaoliError, match="报名已截止"):
        signed_up(world, row, "王敏")
    Member.objects.of(world.bureaus["district"]).filter(code="taoli").update(left_on=TODAY)
    with pytest.raises(TaoliError, match="没有本校"):
        signed_up(world, session(world), "王敏")
    with pytest.raises(TaoliError, match="一次最多"):
        book(by=world.office, session=row, staff=[world.staff["王敏"]] * (MOST + 1))
    assert states(world) == {}


def test_nobody_signs_off_once_the_sign_in_has_begun(world: World) -> None:
    row = session(world)
    signed_up(world, row, "王敏")
    move_session(by=world.actor("郑岚"), pk=row.pk, to="held")
    with pytest.raises(TaoliError, match="签到已经开始"):
        sign_off(by=world.office, session=row, staff=world.staff["王敏"])


def test_called_off_everybody_is_told_with_the_bureaus_word(world: World) -> None:
    row = session(world, word="改到下周三。")
    signed_up(world, row, "王敏", "李慧")
    move_session(by=world.actor("郑岚"), pk=row.pk, to="cancelled")
    assert set(states(world).values()) == {"cancelled"}
    told = Notice.objects.of(world.school).filter(kind="course_cancelled")
    assert {one.receiver_id for one in told} == {world.staff["王敏"].pk, world.staff["李慧"].pk}
    with translation.override("zh-hans"):
        (line,) = inbox_of(world.actor("王敏"))
    assert line.sentence == "11月23日的“谈心从倾听开始”：不举行了。改到下周三。"
