"""Offices hear of what their bureau publishes, and of what it waits for."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from django.core.management.base import CommandError

from taoli.notifications.channels import net
from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from taoli.oversight.models import Member
from taoli.oversight.services.draws import call_off, type_number
from taoli.oversight.services.handing_in import hand_in_week
from taoli.oversight.services.links import change_link
from taoli.oversight.services.news import News, tell_schools
from tests.oversight.base_facts import published
from tests.oversight.drawing import announced, frozen, on
from tests.world import World

Captured = Callable[..., Any]


def told(world: World, kind: str) -> list[tuple[str, str]]:
    """What the office of 桃李中学 is told of a kind: sentence and link."""
    assert not Notice.objects.of(world.bureaus["district"]).exists()
    rows = Notice.objects.of(world.school).filter(kind=kind).order_by("made_at", "id")
    assert {one.receiver_id for one in rows} <= {world.office.person_id}
    return [(sentence_of(one.kind, one.params), one.link) for one in rows]


def test_a_draw_is_told_when_announced_and_when_its_number_is_known(
    world: World, django_capture_on_commit_callbacks: Captured
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = announced(world)
    frozen(world, row)
    page = f"/oversight/calls/{row.pk}/"
    assert told(world, "draw_announced") == [
        ("春和区教育局公告了随机回访“期中家长回访”。请在11月25日之前冻结名单。", page)
    ]
    assert world.client("孙悦").get(page).status_code == 200
    with on(11, 25), django_capture_on_commit_callbacks(execute=True):
        type_number(by=world.actor("郑岚"), draw_id=row.pk, number="731")
    assert told(world, "draw_drawn") == [("“期中家长回访”的数已经公布。请看看本校有没有抽中的序号。", page)]
    assert not Notice.objects.of(world.other).filter(kind="draw_drawn").exists()


def test_a_draw_called_off_takes_its_announcement_back(
    world: World, django_capture_on_commit_callbacks: Captured
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = announced(world)
    with django_capture_on_commit_callbacks(execute=True):
        call_off(by=world.actor("郑岚"), draw_id=row.pk)
    assert told(world, "draw_announced") == []
    assert told(world, "draw_off") == [
        ("春和区教育局取消了随机回访“期中家长回访”，不用再做什么。", "/oversight/calls/")
    ]


def test_a_new_version_of_the_base_replaces_the_notice_of_the_last(
    world: World, django_capture_on_commit_callbacks: Captured
) -> None:
    pages = []
    for _version in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            pages.append(f"/oversight/proposals/{published(world).pk}/")
    assert told(world, "base_published") == [("春和区教育局发布了基础方案第 2 版。请和本校方案对照。", pages[1])]


def test_a_school_that_left_or_has_its_own_server_gets_none(
    world: World, django_capture_on_commit_callbacks: Captured
) -> None:
    Member.objects.of(world.bureaus["district"]).filter(code="taoli").update(left_on="2026-11-01")
    Member.objects.of(world.bureaus["district"]).filter(code="linxiao").update(hosted=None)
    with django_capture_on_commit_callbacks(execute=True):
        announced(world)
    for school in (world.school, world.other):
        assert not Notice.objects.of(school).filter(kind="draw_announced").exists()


def test_a_bureau_elsewhere_that_asks_for_the_key_is_told_once_until_it_asks_otherwise(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_link(by=world.office, edit=0, name="远山市教育局", code="yuanshan", address="https://jyj.example.cn/")
    codes = iter(("unknown_school", "unknown_school", "key_not_compared", "taken"))
    monkeypatch.setattr(net, "post", lambda *_all, **_more: net.Answer(200, {"code": next(codes), "why": ""}))
    for _hour in range(4):
        hand_in_week(by=world.office)
    page = "/oversight/handed-in/bureau/"
    assert told(world, "key_wanted") == [
        ("远山市教育局还没有学校的密钥。请把学校名片交给教育局。", page),
        ("远山市教育局还没有核对学校的密钥。请打电话，念出学校自己的数字。", page),
    ]


def test_a_school_that_cannot_be_told_keeps_no_other_waiting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[int] = []

    def tell(school_id: int, _news: News) -> None:
        reached.append(school_id)
        if school_id == world.school.pk:
            raise RuntimeError("its notice fails")

    monkeypatch.setattr("taoli.oversight.services.news.tell_office", tell)
    draw = asdict(News("draw_announced", "a draw", {}, "/"))
    with pytest.raises(CommandError, match=r"taoli;"):
        tell_schools.call(bureau_id=world.bureaus["district"].pk, news=draw, codes=[])
    assert reached == [world.school.pk, world.other.pk]
