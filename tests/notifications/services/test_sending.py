import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from taoli.common.policy import system
from taoli.notifications.channels import OUTSIDE
from taoli.notifications.models import MESSAGE_MOVES, DeliveryTry, Notice, NoticeChannel, NoticeHabit, NoticeMessage
from taoli.notifications.phrases import KINDS, Kind
from taoli.notifications.services import To, notify, ring, send_messages
from taoli.notifications.services.own import set_quiet
from tests.notifications.channels.outgoing import PROVIDERS, Line, line
from tests.notifications.conftest import at, send_at, tell
from tests.notifications.reaching import reach, switch_on
from tests.world import World

State = NoticeMessage.State


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> None:
    settings.OUTGOING_HOSTS, settings.KEYS = ["127.0.0.1"], tmp_path


@pytest.fixture
def wecom(world: World) -> Iterator[Line]:
    with line("wecom") as made:
        switch_on(world, made)
        reach(world, "王敏", "wecom", "WangMin")
        reach(world, "李慧", "wecom", "LiHui")
        yield made


@pytest.fixture
def mail(world: World) -> Iterator[Line]:
    with line("mail") as made:
        switch_on(world, made)
        reach(world, "王敏", "mail", "wang@school.test")
        yield made


@pytest.fixture
def alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "alarm", Kind("有人请你马上看一看", lambda _values: "", safety=True))


def wang(world: World) -> list[To]:
    return [To("staff", world.staff["王敏"].pk)]


def message(world: World) -> NoticeMessage:
    return NoticeMessage.objects.of(world.school).get()


@pytest.mark.parametrize("code", list(PROVIDERS))
def test_a_notice_reaches_a_person_by_every_channel(world: World, code: str) -> None:
    with line(code) as to:
        switch_on(world, to)
        reach(world, "王敏", OUTSIDE[code].reached_by, to.address)
        tell(world)
        assert send_at(world, at(11, 23, 12)) == {}
        assert send_at(world, at(11, 23, 12, 31)) == {"sent": 1}
        assert send_at(world, at(11, 23, 13)) == {}
        assert len(to.provider.taken) == 1
    assert message(world).state == State.SENT
    attempt = DeliveryTry.objects.of(world.school).get()
    assert (attempt.outcome, attempt.code, bool(attempt.reference)) == ("sent", "", True)


@pytest.mark.parametrize("code", list(PROVIDERS))
def test_no_channel_speaks_at_eleven_at_night_and_each_once_in_the_morning(world: World, code: str) -> None:
    with line(code) as to:
        switch_on(world, to)
        reach(world, "王敏", OUTSIDE[code].reached_by, to.address)
        tell(world)
        assert send_at(world, at(11, 23, 23)) == send_at(world, at(11, 24, 6, 59)) == {}
        assert not to.provider.taken
        assert send_at(world, at(11, 24, 7)) == {}
        assert send_at(world, at(11, 24, 7, 30)) == {"sent": 1}
        assert send_at(world, at(11, 24, 7, 31)) == {}
        assert len(to.provider.taken) == 1


def test_several_notices_become_one_message(world: World, wecom: Line) -> None:
    for minute, about in enumerate("abc"):
        tell(world, ["王敏", "李慧"] if about == "a" else ["王敏"], about=about)
        send_at(world, at(11, 23, 12, minute * 10))
    assert send_at(world, at(11, 23, 12, 30)) == {"sent": 2}
    said = {one["touser"]: one["textcard"]["title"] for one in wecom.provider.taken}
    assert said == {"WangMin": "你有 3 条新消息", "LiHui": "你有 1 条新消息"}
    tell(world, about="d")
    send_at(world, at(11, 23, 12, 40))
    assert send_at(world, at(11, 23, 13, 10)) == {"sent": 1}


def test_a_digest_waits_for_the_persons_time(world: World, wecom: Line) -> None:
    NoticeHabit.objects.create(school=world.school, person_id=world.staff["王敏"].pk, digest_at=dt.time(17))
    tell(world)
    assert send_at(world, at(11, 23, 12)) == send_at(world, at(11, 23, 16, 59)) == {}
    assert send_at(world, at(11, 23, 17)) == {"sent": 1}
    tell(world, about="late")
    send_at(world, at(11, 23, 17, 30))
    assert message_due(world) == at(11, 24, 17)


def message_due(world: World) -> dt.datetime:
    return NoticeMessage.objects.of(world.school).get(state=State.WAITING).due_at


@pytest.mark.parametrize("moment", [at(11, 23, 18), at(11, 23, 23), at(11, 24, 6, 59), at(11, 28, 12)])
def test_nobody_is_written_to_in_the_evening_at_night_or_on_a_free_day(
    world: World, wecom: Line, moment: dt.datetime
) -> None:
    tell(world)
    send_at(world, at(11, 23, 12))
    assert send_at(world, moment) == {}
    assert not wecom.provider.asked
    assert send_at(world, at(11, 30, 7)) == {"sent": 1}


def test_an_evening_that_is_opened_is_open_until_ten(world: World, wecom: Line) -> None:
    NoticeHabit.objects.create(school=world.school, person_id=world.staff["王敏"].pk, evenings=True)
    tell(world)
    send_at(world, at(11, 23, 12))
    assert send_at(world, at(11, 23, 22)) == {}
    assert send_at(world, at(11, 23, 21, 59)) == {"sent": 1}


def test_what_has_been_read_meanwhile_is_not_told_again(world: World, wecom: Line) -> None:
    tell(world)
    send_at(world, at(11, 23, 12))
    Notice.objects.of(world.school).update(read_at=at(11, 23, 12, 5))
    assert send_at(world, at(11, 23, 13)) == {}
    assert message(world).state == State.DROPPED
    assert not wecom.provider.asked


@pytest.mark.parametrize(("channel", "kind"), [("wecom", ""), ("wecom", "step_due"), ("inbox", "step_due")])
def test_a_quiet_channel_or_kind_sends_nothing_outside(world: World, wecom: Line, channel: str, kind: str) -> None:
    set_quiet(by=world.actor("王敏"), channel=channel, kinds=[kind])
    tell(world)
    send_at(world, at(11, 23, 12))
    assert not NoticeMessage.objects.of(world.school).exists()


def test_safety_goes_by_every_channel_at_night_whatever_is_quiet(
    world: World, wecom: Line, mail: Line, alarm: None
) -> None:
    for channel in ("wecom", "mail", "inbox"):
        set_quiet(by=world.actor("王敏"), channel=channel, kinds=[""])
    with at_night():
        assert ring(by=world.office, to=wang(world), kind="alarm", about="x", params={"student": "林子涵"}) == 1
        assert ring(by=world.office, to=wang(world), kind="alarm", about="x") == 0
    assert send_at(world, at(11, 28, 3)) == {"sent": 2}
    assert len(wecom.provider.taken) == len(mail.provider.taken) == 1
    with at_night():
        assert ring(by=world.office, to=wang(world), kind="alarm", about="x", attempt=2) == 1
    assert send_at(world, at(11, 28, 3, 1)) == {"sent": 2}
    assert len(wecom.provider.taken) == 2


def at_night() -> Any:
    import time_machine

    return time_machine.travel(at(11, 28, 3), tick=False)


def test_safety_leaves_when_the_transaction_is_through(
    world: World, wecom: Line, alarm: None, django_capture_on_commit_callbacks: Any
) -> None:
    with at_night(), django_capture_on_commit_callbacks(execute=True):
        ring(by=world.office, to=wang(world), kind="alarm", about="x")
        assert not wecom.provider.taken
    assert len(wecom.provider.taken) == 1


def test_only_what_concerns_safety_rings(world: World) -> None:
    with pytest.raises(ValueError, match="step_due"):
        ring(by=world.office, to=wang(world), kind="step_due", about="x")


def test_troubles_that_pass_are_tried_again_later_and_later_and_given_up(world: World, wecom: Line) -> None:
    wecom.provider.next = [(200, {"errcode": -1})] * 99
    NoticeHabit.objects.create(school=world.school, person_id=world.staff["王敏"].pk, evenings=True)
    tell(world)
    send_at(world, at(11, 23, 11))
    moment, waits = at(11, 23, 11, 30), []
    while (row := message(world)).state == State.WAITING:
        assert send_at(world, moment) == {"temporary": 1}
        assert send_at(world, moment) == {}
        row = message(world)
        if row.state == State.WAITING:
            waits.append((row.due_at - moment).total_seconds() / 60)
            moment = row.due_at
    for least, found in zip((1, 5, 15, 60, 240), waits, strict=True):
        assert 0.75 * least <= found <= 1.25 * least
    assert (row.state, row.tries, row.reason) == (State.FAILED, 6, "gave_up:-1")


def test_an_unknown_person_fails_at_once_and_the_channel_goes_on(world: World, wecom: Line) -> None:
    wecom.provider.members.discard("WangMin")
    tell(world, ["王敏", "李慧"])
    send_at(world, at(11, 23, 12))
    assert send_at(world, at(11, 23, 12, 30)) == {"person": 1, "sent": 1}
    failed = NoticeMessage.objects.of(world.school).get(state=State.FAILED)
    assert failed.reason == "person:81013"


@pytest.mark.parametrize(("reply", "rest"), [(45009, 10), (40056, 60)])
def test_a_channel_that_is_refused_rests_and_says_why(world: World, wecom: Line, reply: int, rest: int) -> None:
    wecom.provider.next = [(200, {"errcode": reply})]
    tell(world, ["王敏", "李慧"])
    send_at(world, at(11, 23, 12))
    assert sum(send_at(world, at(11, 23, 12, 30)).values()) == 1
    row = NoticeChannel.objects.of(world.school).get()
    assert row.rests_until == at(11, 23, 12, 30) + dt.timedelta(minutes=rest)
    assert row.trouble.endswith(str(reply))
    assert send_at(world, at(11, 23, 14)) == {"sent": 2}
    assert NoticeChannel.objects.of(world.school).get().trouble == ""


def test_a_token_is_kept_sealed_for_the_next_run(world: World, wecom: Line) -> None:
    for hour, about in ((12, "a"), (13, "b")):
        tell(world, about=about)
        send_at(world, at(11, 23, hour))
        assert send_at(world, at(11, 23, hour, 30)) == {"sent": 1}
    assert [one.path for one in wecom.provider.asked].count("/cgi-bin/gettoken") == 1
    row = NoticeChannel.objects.of(world.school).get()
    assert row.token
    assert "token" not in row.token
    assert "s3cret" not in row.secret


def dies(world: World, monkeypatch: pytest.MonkeyPatch, moment: dt.datetime) -> None:
    """Let the process die after the provider has the message and before that is noted."""

    class Died(BaseException):
        pass

    def die(*_args: Any, **_more: Any) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr("taoli.notifications.services.sending._Run._settle", die)
        with pytest.raises(Died):
            send_at(world, moment)


def test_after_a_death_a_provider_that_drops_repeats_is_asked_again(
    world: World, wecom: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(world)
    send_at(world, at(11, 23, 12))
    dies(world, monkeypatch, at(11, 23, 12, 30))
    assert send_at(world, at(11, 23, 12, 35)) == {}
    assert send_at(world, at(11, 23, 12, 41)) == {}
    assert send_at(world, at(11, 23, 12, 45)) == {"sent": 1}
    assert (len(wecom.provider.taken), wecom.provider.dropped) == (1, 1)


def test_after_a_death_a_mail_is_never_sent_twice_by_itself(
    world: World, mail: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(world)
    send_at(world, at(11, 23, 12))
    dies(world, monkeypatch, at(11, 23, 12, 30))
    assert send_at(world, at(11, 23, 13)) == send_at(world, at(11, 24, 12)) == {}
    assert (message(world).state, len(mail.provider.taken)) == (State.UNCLEAR, 1)
    assert DeliveryTry.objects.of(world.school).get().outcome == "lost"


def test_an_unclear_answer_is_repeated_only_where_the_provider_drops_the_second(
    world: World, wecom: Line, mail: Line
) -> None:
    wecom.provider.next, mail.provider.next = ["hang_up"], {"DATA": "hang_up"}
    tell(world)
    send_at(world, at(11, 23, 12))
    assert send_at(world, at(11, 23, 12, 30)) == {"unclear": 2}
    assert send_at(world, at(11, 23, 12, 32)) == {"sent": 1}
    assert (len(wecom.provider.taken), wecom.provider.dropped, len(mail.provider.taken)) == (1, 1, 1)


def test_two_processes_at_once_send_one_message(world: World, wecom: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(world)
    send_at(world, at(11, 23, 12))
    from taoli.notifications.services import sending

    plain, other = sending._Run._hand_over, []

    def meanwhile(self: Any, row: NoticeChannel, one: NoticeMessage) -> str:
        other.append(send_messages(by=system(world.school.pk)))
        return plain(self, row, one)

    monkeypatch.setattr(sending._Run, "_hand_over", meanwhile)
    assert send_at(world, at(11, 23, 12, 30)) == {"sent": 1}
    assert other == [{}]
    assert len(wecom.provider.taken) == 1


def test_the_network_is_used_outside_every_transaction(
    world: World, wecom: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    from taoli.notifications.services import sending

    depth, found = len(connection.savepoint_ids), []
    plain = sending.hand_over

    def look(*args: Any) -> str:
        found.append(len(connection.savepoint_ids) - depth)
        return plain(*args)

    monkeypatch.setattr(sending, "hand_over", look)
    tell(world)
    send_at(world, at(11, 23, 12))
    send_at(world, at(11, 23, 12, 30))
    assert found == [0]


def test_a_lost_key_is_said_and_nothing_is_sent(world: World, wecom: Line, settings: Any, tmp_path: Path) -> None:
    settings.KEYS = tmp_path / "other"
    tell(world)
    send_at(world, at(11, 23, 12))
    assert send_at(world, at(11, 23, 12, 30)) == {"setup": 1}
    assert NoticeChannel.objects.of(world.school).get().trouble == "setup:secret"
    assert not wecom.provider.asked


def test_no_message_contains_a_name_or_a_value_of_any_kind_of_notice(world: World, wecom: Line, mail: Line) -> None:
    values = {
        **dict.fromkeys(("round", "place", "title", "text", "what", "who", "when", "step"), "机密内容"),
        "student": str(world.students["林子涵"].pk),
        "mentor": str(world.staff["王敏"].pk),
        "student_ids": [str(world.students["周一诺"].pk)],
    }
    for kind in KINDS:
        notify(by=world.office, to=wang(world), kind=kind, about=f"机密-{kind}", params=values, link="/机密/")
        send_at(world, at(11, 23, 12))
        NoticeMessage.objects.of(world.school).update(due_at=at(11, 23, 12))
        send_at(world, at(11, 23, 12, 1))
    said = [one.body.decode() for one in wecom.provider.asked] + [one.as_string() for one in mail.provider.taken]
    said += [one.get_content() + one["Subject"] for one in mail.provider.taken]
    assert len(mail.provider.taken) == len(KINDS)
    people: list[Any] = [*world.students.values(), *world.staff.values(), *world.guardians.values()]
    names = [one.name for one in people]
    secrets = ["机密", *names, *(str(one.pk) for one in world.students.values())]
    assert not [(secret, text) for text in said for secret in secrets if secret in text]


def test_the_table_of_moves_names_every_state() -> None:
    assert set(MESSAGE_MOVES) == set(State)
