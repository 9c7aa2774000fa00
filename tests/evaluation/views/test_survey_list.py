from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from taoli.roster.models import SchoolDay, Term
from tests.evaluation.asking import answer, prepared, put
from tests.world import World

URL = "/evaluation/surveys/"


def test_each_survey_says_how_many_answered_in_all(settled: World) -> None:
    survey = put(settled)
    answer(settled, survey, "林子涵")
    prepared(settled, title="家长问卷")
    page = settled.client("孙悦").get(URL).content.decode()
    assert f"{survey.asked} 人中 1 人已答" in page
    assert "家长问卷" in page


def test_an_empty_list_offers_the_first_survey(settled: World) -> None:
    assert "/evaluation/surveys/new/" in settled.client("孙悦").get(URL).content.decode()


def test_without_a_term_the_page_says_what_to_do(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    Term.objects.of(world.school)._raw_delete("default")
    assert "请先录入学期" in world.client("孙悦").get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    settled: World, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _each in range(count):
        prepared(settled)
    client: Any = settled.client("孙悦")
    client.get(URL)
    with django_assert_max_num_queries(9):
        client.get(URL)
