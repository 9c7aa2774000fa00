"""A school reckons, signs and hands in its week."""

import datetime as dt
import json
from typing import Any

import pytest

from taoli.common.errors import TaoliError
from taoli.engine.summary import digest
from taoli.notifications.channels import net
from taoli.notifications.channels.ways import RefusedError as Unreached
from taoli.notifications.channels.ways import Trouble
from taoli.oversight.models import Member, SentSummary
from taoli.oversight.queries.handed_in import link_of
from taoli.oversight.services.handing_in import file_of, hand_in, hand_in_week, last_week, make_summary
from taoli.oversight.services.links import change_link
from taoli.oversight.services.taking_in import RefusedError, take_in
from tests.oversight.elsewhere import arrived
from tests.world import World

MONDAY = dt.date(2026, 11, 16)


def test_the_week_goes_once_to_every_bureau_above_and_a_second_follows_the_first(world: World) -> None:
    first = hand_in_week(by=world.office)
    same = hand_in_week(by=world.office)
    assert (first.pk, first.week, first.seq, first.sent_at is not None) == (same.pk, MONDAY, 1, True)
    assert [one["code"] for one in first.answers] == ["taken", "taken"]
    second = hand_in_week(by=world.office, again=True)
    assert (second.seq, second.document["previous"], digest(first.document)) == (2, first.sha256, first.sha256)
    assert arrived(world) == arrived(world, "city") == [("taoli", 1), ("taoli", 2)]


def test_a_summary_made_before_another_went_is_not_handed_in(world: World) -> None:
    stale = make_summary(by=world.office, week=last_week())
    hand_in_week(by=world.office)
    with pytest.raises(TaoliError):
        hand_in(by=world.office, summary=stale)
    for week in (dt.date(2026, 11, 17), dt.date(2026, 11, 30)):
        with pytest.raises(TaoliError):
            make_summary(by=world.office, week=week)


def test_a_bureau_that_refuses_gets_what_waits_in_its_order_later(world: World) -> None:
    rows = Member.objects.of(world.bureaus["district"]).filter(code="taoli")
    rows.update(left_on=MONDAY)
    row = hand_in_week(by=world.office)
    assert [one["code"] for one in row.answers] == ["left", "taken"]
    assert (row.sent_at, arrived(world)) == (None, [])
    rows.update(left_on=None)
    hand_in_week(by=world.office, again=True)
    assert arrived(world) == arrived(world, "city") == [("taoli", 1), ("taoli", 2)]
    assert not SentSummary.objects.of(world.school).filter(sent_at=None).exists()


def test_what_was_changed_on_the_way_is_refused_for_a_school_of_this_server_too(world: World) -> None:
    row = hand_in_week(by=world.office)
    told = json.loads(file_of(row))
    told["summary"]["seq"], told["summary"]["previous"] = 2, row.sha256
    with pytest.raises(RefusedError) as refused:
        take_in(world.bureaus["district"].pk, json.dumps(told).encode())
    assert refused.value.code == "forged"


def test_a_bureau_on_another_server_gets_it_by_post(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    change_link(by=world.office, edit=0, name="远山市教育局", code="yuanshan", address="https://jyj.example.cn/")
    sent: list[tuple[str, Any]] = []

    def post(url: str, body: object, *, hosts: Any, headers: Any = None) -> net.Answer:
        sent.append((url, hosts))
        if len(sent) == 1:
            raise Unreached(Trouble.TEMPORARY, "connect")
        return net.Answer(200, {"code": "taken"})

    monkeypatch.setattr(net, "post", post)
    row = hand_in_week(by=world.office)
    assert [one["code"] for one in row.answers] == ["taken", "taken", "unreached"]
    row = hand_in_week(by=world.office)
    assert [one["code"] for one in row.answers] == ["received_before", "received_before", "taken"]
    assert row.sent_at
    assert sent == [("https://jyj.example.cn/oversight/receive/yuanshan/", {"jyj.example.cn"})] * 2


def test_the_address_of_a_bureau_is_https_and_two_who_change_it_notice(world: World) -> None:
    with pytest.raises(TaoliError):
        change_link(by=world.office, edit=0, name="局", code="ju", address="http://jyj.example.cn")
    assert link_of(world.school.pk) is None
    change_link(by=world.office, edit=0, name="局", code="ju", address="")
    with pytest.raises(TaoliError):
        change_link(by=world.office, edit=0, name="局", code="ju", address="")
