from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from taoli.roster.models import Guardianship
from tests.evaluation.asking import answer, put
from tests.world import TODAY, World

URL = "/evaluation/asked/"


def test_what_is_asked_stands_there_until_it_is_answered(settled: World) -> None:
    survey, client = put(settled), settled.client("林子涵")
    assert "/evaluation/asked/" in client.get(URL).content.decode()
    answer(settled, survey, "林子涵")
    page = client.get(URL).content.decode()
    assert "已答" in page


def test_a_family_sees_whose_mentor_it_is_about(settled: World) -> None:
    put(settled, "guardians_about_mentor")
    assert "林子涵" in settled.client("林母").get(URL).content.decode()


def test_nobody_is_asked_for_somebody_else(settled: World) -> None:
    put(settled)
    for name in ("林母", "王敏", "郑明"):
        assert "现在没有要你回答的" in settled.client(name).get(URL).content.decode()


def test_a_family_whose_child_is_gone_is_asked_nothing(settled: World) -> None:
    put(settled, "guardians_about_mentor")
    child = settled.students["林子涵"]
    child.left_on = TODAY
    child.save(update_fields=["left_on"])
    assert "现在没有要你回答的" in settled.client("林母").get(URL).content.decode()


def test_a_restricted_parent_does_not_answer_for_the_family(settled: World) -> None:
    put(settled, "guardians_about_mentor")
    ties = Guardianship.objects.of(settled.school).filter(guardian=settled.guardians["林母"])
    ties.update(restricted_from=TODAY)
    assert "现在没有要你回答的" in settled.client("林母").get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    settled: World, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _each in range(count):
        put(settled, "guardians_about_mentor")
    client: Any = settled.client("林母")
    client.get(URL)
    with django_assert_max_num_queries(8):
        client.get(URL)
