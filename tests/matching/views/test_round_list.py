import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.schemes.models import SchemeVersion
from tests.world import World

URL = "/matching/rounds/"


def test_rounds_are_listed_with_the_way_to_a_new_one(world: World, choice_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "2026年秋双向选择" in page
    assert "新的一轮" in page
    assert "新的一轮" not in world.client("赵国栋").get(URL).content.decode()


def test_without_a_scheme_the_scheme_comes_first(world: World) -> None:
    assert "先要有实施方案" in world.client("孙悦").get(URL).content.decode()


def test_without_rounds_the_next_step_is_offered(world: World, taigu: SchemeVersion) -> None:
    assert "还没有开始结对" in world.client("孙悦").get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three(world: World, taigu: SchemeVersion, count: int) -> None:
    for number in range(count):
        services.open_round(by=world.office, name=f"第{number}轮")
    client = world.client("孙悦")
    client.get(URL)
    with CaptureQueriesContext(connection) as queries:
        client.get(URL)
    assert len(queries) <= 9
