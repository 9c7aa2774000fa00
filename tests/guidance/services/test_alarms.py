import datetime as dt

import pytest
import time_machine
from django.http import Http404

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import system
from taoli.guidance.models import UnsafeAlarm, UnsafeRing
from taoli.guidance.queries.alarms import own_alarm
from taoli.guidance.services import alarms
from taoli.guidance.services.alarms import answer_alarm, close_alarm, press_unsafe, ring_due
from taoli.notifications.channels import CHANNELS
from taoli.notifications.models import Notice
from taoli.notifications.services import deliver
from tests.guidance.talking import alarm_of, asked, at, watch
from tests.world import TODAY, World


def press(world: World) -> UnsafeAlarm:
    return press_unsafe(by=world.actor("林子涵"), source="own")


def called(world: World) -> list[tuple[int, str, str]]:
    rows = UnsafeRing.objects.of(world.school).order_by("wave", "staff__number")
    return list(rows.values_list("wave", "staff__name", "rank"))


def test_the_duty_leader_is_called_first_then_the_second_then_the_heads(world: World) -> None:
    watch(world, "赵国栋")
    watch(world, "李慧", "second")
    watch(world, "周宁", "dormitory")
    press(world)
    assert called(world) == [(1, "赵国栋", "leader")]
    for minute in range(6, 10):
        with time_machine.travel(at(10, minute), tick=False):
            assert ring_due(school_id=world.school.pk) == 1
            assert ring_due(school_id=world.school.pk) == 0
    by_wave = {wave: [name for one, name, _rank in called(world) if one == wave] for wave in range(1, 6)}
    assert by_wave[2] == ["赵国栋"]
    assert by_wave[3] == ["李慧", "赵国栋"]
    assert by_wave[5] == ["李慧", "赵国栋", "孙悦", "钱程"]


def test_without_a_leader_on_duty_the_next_rank_is_called_at_once(world: World) -> None:
    press(world)
    assert {(name, rank) for _wave, name, rank in called(world)} == {("孙悦", "head"), ("钱程", "head")}


def test_only_the_alarm_goes_out_at_eleven_at_night(world: World) -> None:
    with time_machine.travel(at(23), tick=False):
        watch(world, "赵国栋")
        asked(world)
        press(world)
        deliver(by=system(world.school.pk))
        sent = Notice.objects.of(world.school).exclude(settled_at=None).values_list("kind", flat=True)
        assert list(sent) == ["unsafe_ring"]
        assert Notice.objects.of(world.school).filter(kind="talk_asked", settled_at=None).count() == 1


def test_pressing_again_joins_the_same_alarm_and_rings_nobody_twice_in_a_minute(world: World) -> None:
    watch(world, "赵国栋")
    press(world)
    press(world)
    assert alarm_of(world).presses == 2
    assert len(called(world)) == 1
    assert Notice.objects.of(world.school).filter(kind="unsafe_ring").count() == 1


def test_it_stops_when_a_person_answers_and_everybody_is_told(world: World) -> None:
    watch(world, "赵国栋")
    watch(world, "李慧", "second", (0, 24))
    press(world)
    for minute in (6, 7):
        with time_machine.travel(at(10, minute), tick=False):
            ring_due(school_id=world.school.pk)
    pk = alarm_of(world).pk
    answer_alarm(by=world.actor("李慧"), pk=pk)
    with time_machine.travel(at(10, 30), tick=False):
        assert ring_due(school_id=world.school.pk) == 0
    told = own_alarm(world.actor("林子涵"))
    assert told is not None
    assert "李" in told.coming
    others = Notice.objects.of(world.school).filter(kind="unsafe_answered")
    assert list(others.values_list("receiver_id", flat=True)) == [world.staff["赵国栋"].pk]
    assert others.get().settled_at is not None
    with pytest.raises(ConflictError):
        answer_alarm(by=world.actor("赵国栋"), pk=pk)


def test_pressing_after_an_answer_rings_anew(world: World) -> None:
    watch(world, "赵国栋")
    press(world)
    answer_alarm(by=world.actor("赵国栋"), pk=alarm_of(world).pk)
    with time_machine.travel(at(10, 20), tick=False):
        press(world)
    row = alarm_of(world)
    assert (row.state, row.answered_by_id, row.rounds) == ("ringing", None, 2)


def test_who_was_not_rung_can_neither_open_nor_answer_it(world: World) -> None:
    watch(world, "赵国栋")
    press(world)
    pk = alarm_of(world).pk
    for name in ("王敏", "李慧", "孙悦", "吴考", "郑明", "林子涵", "林母"):
        with pytest.raises(Http404):
            answer_alarm(by=world.actor(name), pk=pk)
    assert alarm_of(world).state == "ringing"


def test_it_is_closed_by_name_and_day_and_only_after_an_answer(world: World) -> None:
    watch(world, "赵国栋")
    press(world)
    pk, by = alarm_of(world).pk, world.actor("赵国栋")
    mentor = world.staff["王敏"].pk
    with pytest.raises(TaoliError):
        close_alarm(by=by, pk=pk, outcome="with_adult", note="", follow_up=mentor, follow_on=TODAY)
    answer_alarm(by=by, pk=pk)
    with pytest.raises(TaoliError):
        close_alarm(by=by, pk=pk, outcome="with_adult", note="", follow_up=world.students["吴桐"].pk, follow_on=TODAY)
    close_alarm(by=by, pk=pk, outcome="with_adult", note="送回宿舍", follow_up=mentor, follow_on=TODAY)
    row = alarm_of(world)
    assert (row.state, row.note, row.follow_up_id) == ("closed", "送回宿舍", mentor)
    assert own_alarm(world.actor("林子涵")) is None
    press(world)
    assert UnsafeAlarm.objects.of(world.school).count() == 2


def test_words_are_honest_about_whom_they_reach(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    watch(world, "周宁")  # has no account
    press(world)
    told = own_alarm(world.actor("林子涵"))
    assert told is not None
    assert not told.loud
    assert "周" not in told.calling
    answer = UnsafeAlarm.objects.of(world.school)
    answer.update(state="closed")
    watch(world, "赵国栋")
    press(world)
    seen = own_alarm(world.actor("林子涵"))
    assert seen is not None
    assert not seen.loud
    assert "赵" in seen.calling
    answer.update(state="closed")

    class Bell:
        code = "bell"

        def take(self, _school: int, notices: list[Notice]) -> list[Notice]:
            return list(notices)

    monkeypatch.setattr("taoli.notifications.services.delivering.CHANNELS", (*CHANNELS, Bell()))
    press(world)
    loud = own_alarm(world.actor("林子涵"))
    assert loud is not None
    assert loud.loud
    assert "赵" in loud.calling


def test_a_broken_channel_does_not_stop_the_alarm(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    watch(world, "赵国栋")

    def broken(**_known: object) -> int:
        raise OSError

    monkeypatch.setattr(alarms, "deliver", broken)
    press(world)
    assert len(called(world)) == 1
    monkeypatch.undo()
    with time_machine.travel(at(10, 6) + dt.timedelta(seconds=5), tick=False):
        assert ring_due(school_id=world.school.pk) == 1
    assert Notice.objects.of(world.school).filter(kind="unsafe_ring", settled_at=None).count() == 0
