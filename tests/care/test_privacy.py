"""What is sealed about a student is nowhere but on the page of its case: pages, exports, notices, logs, database."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from taoli.care.services import climb_case, plan_measure
from taoli.common import errors
from taoli.common.pages import REGISTRY, may_open
from taoli.common.tenancy import cross_school
from taoli.config import urls
from tests.care.caring import NEXT, closed, taken, worry
from tests.care.noting import listed, noted
from tests.world import World

assert urls.urlpatterns
REASON, PROPOSED, STEP, OUTCOME, WHY = (f"谁也不要说的第{n}句话" for n in "一二三四五")
SEALED = (REASON, PROPOSED, STEP, OUTCOME, WHY)
MEASURE, KIND = "只有承担的人知道的措施", "不在名单上的类别"
NOTHING = ("吴考", "郑明", "林子涵", "林母", "何静")  # the counsellor has raised nothing and was asked for nothing
ENTITLED = ("王敏", "李慧", "孙悦")
ELSEWHERE = ("rehearsal:", "schemes:", "matching:", "accounts:")  # pages that know no student's story
OWN_PAGES = {"care:case_show", "care:category_list"}


@pytest.fixture
def told(settled: World) -> World:
    """A case of 林子涵 with words in its sealed fields, a closed one, one with a measure; a fact about 林子涵."""
    case = worry(settled, reason=REASON, proposed=PROPOSED)
    climb_case(by=settled.actor("李慧"), pk=case.pk, edit=1, text=STEP)
    closed(settled, student="周一诺", outcome=OUTCOME)
    other = taken(settled, student="孙浩然")
    plan_measure(
        by=settled.actor("李慧"), case_id=other.pk, text=MEASURE, owner_id=settled.staff["陈立"].pk, due_on=NEXT
    )
    kind = listed(settled)
    kind.label = KIND
    kind.save()
    noted(settled, reason=WHY)
    return settled


@pytest.fixture
def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not draw what is not there: of some rows most fit no page, and their page is always the same."""
    monkeypatch.setattr(errors, "_page", lambda _request, status: HttpResponse(status=status))


def addresses(world: World, who: str, but: set[str]) -> Iterator[str]:
    """Every page the person may open that needs no row, and those of this student and class."""
    actor = world.actor(who)
    rows = (world.students["林子涵"].pk, world.classes["高一(1)班"].pk)
    for name, page in REGISTRY.items():
        if "GET" not in page.methods or name.startswith(ELSEWHERE) or name in but or not may_open(actor, page):
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


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("name", NOTHING)
def test_nobody_else_reads_a_word_or_a_count(told: World, name: str) -> None:
    client = told.client(name)
    telling = (*SEALED, MEASURE, "关注个案：", "待决定的关注个案")
    for address in addresses(told, name, set()):
        assert [word for word in telling if word in said(client, address)] == [], address


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("name", ENTITLED)
def test_the_entitled_read_it_on_the_page_of_the_case_only(told: World, name: str) -> None:
    client = told.client(name)
    for address in addresses(told, name, OWN_PAGES):
        shown = said(client, address)
        hidden = SEALED if "/categories/" in address else (*SEALED, KIND)
        assert [word for word in hidden if word in shown] == [], address


def test_no_table_holds_a_word_in_plain(told: World) -> None:
    """Audit, view log, notices, idempotency, jobs, everything that a backup takes along."""
    with cross_school("every table is looked through"):
        for model in apps.get_models():
            for row in model._default_manager.all().values_list():
                assert not [word for word in SEALED if word in str(row)], model.__name__
