import uuid

from taoli.matching.models import MatchRun, Pairing
from tests.world import World


def url(run: MatchRun) -> str:
    return f"/matching/runs/{run.pk}/publish/"


def test_page_says_what_happens_to_how_many_people(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(fair_run)).content.decode()
    assert "6 名学生将看到自己的导师，4 位导师将看到自己的学生。" in page
    assert "新开始 6 段结对，照旧 0 段，前一天因更换导师结束 0 段。" in page
    assert 'value="2026-11-23"' in page


def test_publishing_twice_happens_once(world: World, fair_run: MatchRun) -> None:
    client, form = world.client("孙悦"), {"starts": "2026-09-01", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url(fair_run), form)["Location"] == "/matching/pairings/"
    assert Pairing.objects.of(world.school).count() == 6
    again = client.post(url(fair_run), {"starts": "2026-09-01"}).content.decode()
    assert "这份结果已经发布或作废，没有作任何改动。" in again


def test_day_outside_the_term_is_a_sentence(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").post(url(fair_run), {"starts": "2027-08-01"}).content.decode()
    assert "2027-08-01 不在本学期内。" in page
    assert Pairing.objects.of(world.school).count() == 0
