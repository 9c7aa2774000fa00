"""T-04 on the pages: whoever answers, by account, by a slip or on paper, writes nothing but ballot, right and count."""

from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import Ballot, Survey
from taoli.evaluation.services.papers import issue_papers
from tests.evaluation.asking import FULL, form, put, token
from tests.evaluation.attacking import Dump, dump
from tests.world import World

WRITTEN = {"evaluation_ballot", "evaluation_ballottoken", "evaluation_survey"}
PAPER = {"sheet": "1", **{f"m0-q{place}": "1" for place in range(1, 13)}}


def by_account(world: World, survey: Survey) -> Callable[[], Any]:
    client, mine = world.client("林子涵"), token(world, survey, "林子涵")
    url = reverse("evaluation:ballot_answer", args=[mine.pk])
    return lambda: client.post(url, form(FULL))


def by_slip(world: World, survey: Survey) -> Callable[[], Any]:
    room = world.students["林子涵"].school_class_id
    assert room is not None
    slips = services.issue_ballots(by=world.office, survey_id=survey.pk, class_id=room)
    code = next(one.code for one in slips if one.student.name == "林子涵")
    return lambda: Client().post(reverse("evaluation:ballot_door", args=[code]), form(FULL))


def by_paper(world: World, survey: Survey) -> Callable[[], Any]:
    room = world.students["林子涵"].school_class_id
    assert room is not None
    papers = issue_papers(by=world.office, survey_id=survey.pk, class_id=room)
    client, code = world.client("孙悦"), next(one.code for one in papers if one.name == "林子涵")
    return lambda: client.post(reverse("evaluation:paper_type", args=[survey.pk]), {"code": code, **PAPER})


WAYS = [by_account, by_slip, by_paper]


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_writes_three_tables_and_no_row_knows_person_and_ballot(
    settled: World, way: Callable[[World, Survey], Callable[[], Any]]
) -> None:
    survey = put(settled)
    send = way(settled, survey)
    before = dump()
    answer = send()
    after = dump()
    assert answer.status_code == 302, answer.content.decode()
    ballot = Ballot.objects.of(settled.school).get()
    assert {table for table in after if _rows(after, table) != _rows(before, table)} == WRITTEN
    assert {table for table, rows in after.items() if ballot.pk.hex in _text(rows)} == {"evaluation_ballot"}
    assert not _kept(answer.cookies, survey, ballot)


@pytest.mark.parametrize("way", WAYS)
def test_a_second_tap_changes_nothing(settled: World, way: Callable[[World, Survey], Callable[[], Any]]) -> None:
    survey = put(settled)
    send = way(settled, survey)
    send()
    before = dump()
    assert send().status_code == 200
    assert {table for table, rows in dump().items() if rows != before[table]} == set()


def _rows(found: Dump, table: str) -> list[dict[str, str]]:
    return [{key: value for key, value in row.items() if key != "place"} for row in found[table]]


def _text(rows: list[dict[str, str]]) -> str:
    return " ".join(value for row in rows for value in row.values()).replace("-", "")


def _kept(cookies: SimpleCookie, survey: Survey, ballot: Ballot) -> list[str]:
    """Return the cookies of an answer that say something of the survey or of when it was answered."""
    said = (str(survey.pk), survey.pk.hex, str(ballot.pk), ballot.pk.hex)
    return [name for name, one in cookies.items() if name == "sessionid" or any(part in one.value for part in said)]
