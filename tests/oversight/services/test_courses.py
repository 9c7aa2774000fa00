"""Planning courses and sessions."""

import datetime as dt
from decimal import Decimal

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import Course
from taoli.oversight.services.courses import CourseFacts, keep_course, move_session, plan_session
from tests.oversight.training import course, plan, session, signed_up
from tests.world import TODAY, World


def facts(**said: object) -> CourseFacts:
    known = {"part": "norms", "title": "新导师第一课", "hours": Decimal(4), "aim": "", "for_new": True, "offered": True}
    return CourseFacts(**{**known, **said})  # type: ignore[arg-type]


def test_a_course_is_kept_changed_and_taken_out_of_the_offer(world: World) -> None:
    by = world.actor("郑岚")
    row = keep_course(by=by, facts=facts())
    with pytest.raises(TaoliError, match="同名的课程"):
        keep_course(by=by, facts=facts(aim="两次"))
    with pytest.raises(ConflictError):
        keep_course(by=by, facts=facts(), pk=row.pk, edit=0)
    row = keep_course(by=by, facts=facts(offered=False), pk=row.pk, edit=row.edit)
    assert row.closed_on == TODAY
    assert Course.objects.of(by.school_id).count() == 1


def test_hours_the_wrong_way_round_and_too_few_seats_are_refused(world: World) -> None:
    by, row = world.actor("郑岚"), session(world)
    signed_up(world, row, "王敏", "李慧")
    for said, words in (
        ({"ends": dt.time(9)}, "早于开始"),
        ({"sign_up_until": TODAY + dt.timedelta(1)}, "最晚在当天"),
        ({"seats": 1}, "多于改后的座位"),
    ):
        with pytest.raises(TaoliError, match=words):
            plan_session(by=by, course=row.course, plan=plan(**said), pk=row.pk, edit=row.edit)
    with pytest.raises(ConflictError, match="刚被别人改过"):
        plan_session(by=by, course=row.course, plan=plan(), pk=row.pk, edit=7)
    row = move_session(by=by, pk=row.pk, to="held")
    with pytest.raises(TaoliError, match="不再改动"):
        plan_session(by=by, course=row.course, plan=plan(), pk=row.pk, edit=row.edit)


def test_steps_are_taken_in_their_order_and_on_their_day(world: World) -> None:
    by, later = world.actor("郑岚"), session(world, day=TODAY + dt.timedelta(1))
    with pytest.raises(TaoliError, match="当天开始"):
        move_session(by=by, pk=later.pk, to="held")
    past = plan_session(
        by=by, course=course(world), plan=plan(day=TODAY - dt.timedelta(2), sign_up_until=TODAY - dt.timedelta(2))
    )
    with pytest.raises(TaoliError, match="已经过了"):
        move_session(by=by, pk=past.pk, to="open")
    with pytest.raises(ConflictError):
        move_session(by=by, pk=later.pk, to="closed")
    with pytest.raises(ConflictError):
        move_session(by=by, pk=later.pk, to="open")
