"""A wish to talk is nowhere but with the student and the one adult: every page, as every other role."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from taoli.common import errors
from taoli.common.pages import REGISTRY, may_open
from taoli.config import urls
from tests.guidance.talking import asked
from tests.world import World

assert urls.urlpatterns
TEXT = "谁也不要说的一句话"
OTHERS = ("李慧", "赵国栋", "孙悦", "钱程", "吴考", "郑明", "林母")
# Words that only a page with a wish on it says.
TELLING = (TEXT, "等你回复", "有一位学生想和你聊聊")


def addresses(world: World, who: str) -> Iterator[str]:
    """Every page the person may open that needs no row, and those of this student, this adult and this class."""
    actor = world.actor(who)
    rows = (world.students["林子涵"].pk, world.staff["王敏"].pk, world.classes["高一(1)班"].pk, world.term.pk)
    for name, page in REGISTRY.items():
        if "GET" not in page.methods or name.startswith("rehearsal:") or not may_open(actor, page):
            continue
        for args in ((), *((pk,) for pk in rows)):
            try:
                yield reverse(name, args=args)
            except NoReverseMatch:
                continue


def said(client: Client, address: str) -> str:
    answer: Any = client.get(address)
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


@pytest.fixture
def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not draw what is not there: of four rows three fit no page, and their page is always the same."""
    monkeypatch.setattr(errors, "_page", lambda _request, status: HttpResponse(status=status))


def test_what_is_not_there_says_nothing_of_it(settled: World) -> None:
    row = asked(settled, TEXT)
    for name in OTHERS:
        text = said(settled.client(name), f"/guidance/talks/{row.pk}/")
        assert [word for word in TELLING if word in text] == []


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("name", OTHERS)
def test_no_page_and_no_export_of_anybody_else_tells_of_it(settled: World, name: str) -> None:
    client = settled.client(name)
    places = list(addresses(settled, name))
    assert len(places) > 5
    row = asked(settled, TEXT)
    for place in places:
        text = said(client, place)
        assert [word for word in (*TELLING, str(row.pk)) if word in text] == [], place


def test_the_adult_and_the_student_do_see_it(settled: World) -> None:
    row = asked(settled, TEXT)
    assert "等你回复" in said(settled.client("王敏"), "/guidance/talks/")
    assert TEXT in said(settled.client("王敏"), f"/guidance/talks/{row.pk}/")
    assert "王老师" in said(settled.client("林子涵"), "/my-mentor/")
