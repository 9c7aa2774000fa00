"""A class changes hands by days: the reach begins and ends with them, whether or not anything runs that day."""

import datetime as dt

import pytest
import time_machine

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Role
from taoli.roster.models import ClassCharge, SchoolClass
from taoli.roster.services.homerooms import hand_over, withdraw_charge
from taoli.roster.services.people import open_accounts, sync_all_roles
from taoli.roster.services.staff import edit_class
from tests.world import TODAY, World

DAY = dt.timedelta(days=1)
MONDAY, FRIDAY = TODAY + 7 * DAY, TODAY + 11 * DAY


@pytest.fixture
def staffed(world: World) -> World:
    """Everybody on the roster has an account and the roles that follow from it."""
    open_accounts(by=world.office)
    return world


def leads(world: World, name: str, on: dt.date) -> bool:
    """Whether somebody reaches 高一(1)班 as homeroom teacher on a day."""
    place = Membership.objects.get(school=world.school, person_id=world.staff[name].pk)
    room = world.classes["高一(1)班"].pk
    return any(held.role is Role.HOMEROOM_TEACHER and held.class_id == room for held in actor_for(place, on).roles)


def hand(world: World, name: str, starts: dt.date, ends: dt.date | None = None, seen: str = "李慧") -> ClassCharge:
    return hand_over(
        by=world.office,
        room_id=world.classes["高一(1)班"].pk,
        staff_id=world.staff[name].pk,
        starts=starts,
        ends=ends,
        seen=world.staff[seen].pk,
    )


def on_day(world: World, day: dt.date) -> None:
    """An import or the timer that day."""
    with time_machine.travel(dt.datetime.combine(day, dt.time(2), tzinfo=dt.UTC), tick=False):
        sync_all_roles(by=world.office)


def test_the_reach_changes_hands_on_the_day(staffed: World) -> None:
    hand(staffed, "周宁", MONDAY)
    for _again in range(2):
        assert leads(staffed, "李慧", MONDAY - DAY)
        assert not leads(staffed, "李慧", MONDAY)
        assert not leads(staffed, "周宁", MONDAY - DAY)
        assert leads(staffed, "周宁", MONDAY)
        sync_all_roles(by=staffed.office)
    on_day(staffed, MONDAY)
    assert SchoolClass.objects.of(staffed.school).get(name="高一(1)班").homeroom_teacher_id == staffed.staff["周宁"].pk
    assert leads(staffed, "周宁", MONDAY)
    assert not leads(staffed, "李慧", MONDAY)


def test_today_it_changes_at_once(staffed: World) -> None:
    hand(staffed, "周宁", TODAY)
    assert SchoolClass.objects.of(staffed.school).get(name="高一(1)班").homeroom_teacher_id == staffed.staff["周宁"].pk
    assert (leads(staffed, "李慧", TODAY), leads(staffed, "周宁", TODAY)) == (False, True)
    assert leads(staffed, "李慧", TODAY - DAY)


def test_who_stands_in_has_the_class_for_these_days_only(staffed: World) -> None:
    hand(staffed, "周宁", MONDAY, FRIDAY)
    days = (MONDAY - DAY, MONDAY, FRIDAY, FRIDAY + DAY)
    for sync in (TODAY, MONDAY, FRIDAY, FRIDAY + DAY):
        assert [leads(staffed, "周宁", day) for day in days] == [False, True, True, False]
        assert [leads(staffed, "李慧", day) for day in days] == [True, False, False, True]
        on_day(staffed, sync)
    assert SchoolClass.objects.of(staffed.school).get(name="高一(1)班").homeroom_teacher_id == staffed.staff["李慧"].pk


def test_what_has_not_begun_is_taken_back_and_who_stands_in_is_sent_home(staffed: World) -> None:
    for begins in (MONDAY, TODAY):
        row = hand(staffed, "周宁", begins, FRIDAY)
        withdraw_charge(by=staffed.office, pk=row.pk)
        assert not any(leads(staffed, "周宁", TODAY + n * DAY) for n in range(14))
        assert all(leads(staffed, "李慧", TODAY + n * DAY) for n in range(14))
    with pytest.raises(TaoliError, match="已经生效"):
        withdraw_charge(by=staffed.office, pk=row.pk)


def test_a_correction_by_hand_goes_before_until_the_day(staffed: World) -> None:
    hand(staffed, "周宁", MONDAY)
    room = SchoolClass.objects.of(staffed.school).get(name="高一(1)班")
    edit_class(by=staffed.office, room=room, name=room.name, homeroom_teacher=staffed.staff["陈立"])
    who = {day: [name for name in ("李慧", "陈立", "周宁") if leads(staffed, name, day)] for day in (TODAY, MONDAY)}
    assert who == {TODAY: ["陈立"], MONDAY: ["周宁"]}


@pytest.mark.parametrize(
    ("name", "starts", "ends", "sentence"),
    [
        ("周宁", TODAY - DAY, None, "只能从今天或以后开始"),
        ("周宁", MONDAY, TODAY, "最后一天不能早于第一天"),
        ("李慧", MONDAY, None, "李慧已经是班主任了"),
    ],
)
def test_wrong_handovers_are_refused_in_words(
    staffed: World, name: str, starts: dt.date, ends: dt.date | None, sentence: str
) -> None:
    with pytest.raises(TaoliError, match=sentence):
        hand(staffed, name, starts, ends)
    assert not ClassCharge.objects.of(staffed.school).exists()


def test_two_handovers_of_the_same_days_and_a_stale_page_are_refused(staffed: World) -> None:
    hand(staffed, "周宁", MONDAY, FRIDAY)
    with pytest.raises(TaoliError, match="已经安排了另一次交接"):
        hand(staffed, "陈立", FRIDAY, FRIDAY + DAY)
    with pytest.raises(ConflictError):
        hand(staffed, "陈立", MONDAY, seen="周宁")


def test_who_has_no_account_cannot_take_a_class(world: World) -> None:
    with pytest.raises(TaoliError, match="周宁还没有账号"):
        hand(world, "周宁", MONDAY)
