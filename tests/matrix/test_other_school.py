"""Every page of term end with an id of the other school: not found, nothing written, whoever asks."""

import uuid
from collections.abc import Iterator

import pytest
from django.urls import get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from taoli.common.pages import REGISTRY, may_open
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel, tenant_models
from taoli.documents.official.registry import forms
from taoli.evaluation.models import AppraisalSheet, BallotToken, HonourNotice, Survey
from tests.care.crawling import patterns
from tests.evaluation.asking import stranger_survey
from tests.matrix.judging import REGISTERED
from tests.matrix.targets import TARGETS
from tests.world import CAST, World

APPS = ("evaluation", "documents")
assert REGISTERED
NOUNS = ("sheet", "objection", "star", "career", "story", "training")
OPEN = {"documents:form_file"}  # says that there is nothing to print, of whomever
WORDS = {"key": "talk_record", "ending": "pdf", "code": "ABCDE-FGHJK"}


@pytest.fixture
def next_door(world: World) -> list[TenantModel]:
    """A row of each noun in the other school."""
    found = [TARGETS[f"evaluation.{noun}"](world, Role.MENTOR)["other"] for noun in NOUNS]
    found.append(TARGETS["documents.printing"](world, Role.MENTOR)["other"])
    sheet = found[0]
    assert isinstance(sheet, AppraisalSheet)
    assert world.stranger
    survey = stranger_survey(world)
    holder = {"holder_kind": "student", "holder_id": world.stranger.pk}
    found += [world.stranger, sheet.mentor, sheet.run, survey]
    found.append(BallotToken.objects.create(school=world.other, survey=survey, **holder))
    days = {"starts": survey.opens_on, "until": survey.closes_on, "created_at": sheet.run.created_at}
    found.append(HonourNotice.objects.create(school=world.other, run=sheet.run, honour="best", **days))
    for state in (Survey.State.DRAFT, Survey.State.CLOSED):
        survey = stranger_survey_again(survey, state)
        found.append(survey)
    return found


def stranger_survey_again(survey: Survey, state: str) -> Survey:
    values = {field.attname: getattr(survey, field.attname) for field in Survey._meta.concrete_fields}
    return Survey.objects.create(**{**values, "id": uuid.uuid4(), "state": state})


def test_nobody_finds_or_changes_anything_next_door(world: World, next_door: list[TenantModel]) -> None:
    before, asked = rows_of(world), set[str]()
    for name in CAST.values():
        actor, client = world.actor(name), world.client(name)
        for page, converters in patterns(get_resolver()):
            declared = REGISTRY.get(page)
            if page.split(":")[0] not in APPS or declared is None or not may_open(actor, declared):
                continue
            for url in addresses(page, converters, next_door):
                asked.add(page)
                for method in declared.methods:
                    answer = getattr(client, method.lower())(url)
                    assert answer.status_code == 404 or page in OPEN, (name, method, page, url)
                    assert answer.status_code != 200, (name, method, page, url)
    assert len(asked) > 40
    assert forms()
    assert rows_of(world) == before


def addresses(page: str, converters: dict[str, object], found: list[TenantModel]) -> Iterator[str]:
    """Yield the page's addresses with each of the ids; none for a page without."""
    if not {"pk", "about"} & set(converters):
        return
    for row in found:
        known = {name: WORDS.get(name, row.pk) for name in converters}
        try:
            yield reverse(page, kwargs=known)
        except NoReverseMatch:
            return


def rows_of(world: World) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the other school."""
    return {
        model._meta.label: sorted(model._default_manager.filter(school_id=world.other.pk).values_list(), key=str)
        for model in tenant_models()
    }
