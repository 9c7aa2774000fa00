import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.matching import services
from taoli.matching.models import MatchRun, Pairing
from tests.world import START, World

URL = "/matching/pairings/"


@pytest.fixture
def published(world: World, fair_run: MatchRun) -> MatchRun:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    return fair_run


def test_each_role_sees_the_pairings_within_reach(world: World, published: MatchRun) -> None:
    seen = {
        name: [one for one in world.students if one in world.client(name).get(URL).content.decode()]
        for name in ("孙悦", "钱程", "赵国栋", "李慧")
    }
    assert len(seen["孙悦"]) == len(seen["钱程"]) == 6
    assert "吴桐" not in seen["赵国栋"]
    assert seen["李慧"] == ["林子涵", "周一诺", "孙浩然"]
    mine = set(Pairing.objects.of(world.school).filter(mentor__name="王敏").values_list("student__name", flat=True))
    assert mine == {one for one in world.students if one in world.client("王敏").get(URL).content.decode()}


def test_list_is_narrowed_and_turned(world: World, published: MatchRun) -> None:
    client = world.client("孙悦")
    page = client.get(URL, {"by": "class", "class": str(world.classes["高二(1)班"].pk)}).content.decode()
    assert "吴桐" in page
    assert "林子涵" not in page
    assert "截至今天，学生 1 名，导师 1 位" in client.get(URL, {"q": "林子涵"}).content.decode()
    assert "这里没有结对" in client.get(URL, {"q": "无此人"}).content.decode()


def test_only_the_office_may_end_pairings(world: World, published: MatchRun) -> None:
    assert "/end/" in world.client("孙悦").get(URL).content.decode()
    assert "/end/" not in world.client("钱程").get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three(world: World, published: MatchRun, count: int) -> None:
    rows = Pairing.objects.of(world.school).order_by("id")
    Pairing.objects.of(world.school).exclude(pk__in=list(rows.values_list("pk", flat=True)[:count])).update(ends=START)
    client = world.client("孙悦")
    client.get(URL)
    with CaptureQueriesContext(connection) as queries:
        client.get(URL)
    assert len(queries) <= 7
