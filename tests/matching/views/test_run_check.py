import uuid

from taoli.matching.models import MatchRun
from tests.world import World


def url(world: World, run: MatchRun, student: str) -> str:
    return f"/matching/runs/{run.pk}/students/{world.students[student].pk}/check/"


def test_what_breaks_and_the_exchange_are_told_before_saving(world: World, fair_run: MatchRun) -> None:
    page = (
        world.client("孙悦").get(url(world, fair_run, "吴桐"), {"mentor": str(world.staff["王敏"].pk)}).content.decode()
    )
    assert "王敏会有 3 名学生，比上限 2 多 1 名。" in page
    assert 'name="partner"' in page


def test_harmless_move_says_so(world: World, assigned_run: MatchRun) -> None:
    mentor = str(world.staff["王敏"].pk)
    page = world.client("孙悦").get(url(world, assigned_run, "孙浩然"), {"mentor": mentor}).content.decode()
    assert "这样移动不违反任何规则。" in page


def test_whole_group_is_named(world: World, assigned_run: MatchRun) -> None:
    mentor = str(world.staff["周宁"].pk)
    page = world.client("孙悦").get(url(world, assigned_run, "林子涵"), {"mentor": mentor}).content.decode()
    assert "一起移动的有：周一诺。" in page


def test_unknown_mentors_are_not_found(world: World, fair_run: MatchRun) -> None:
    client = world.client("孙悦")
    for mentor in ("", "nonsense", str(uuid.uuid4())):
        assert client.get(url(world, fair_run, "吴桐"), {"mentor": mentor}).status_code == 404
