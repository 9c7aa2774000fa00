from taoli.matching.models import MatchRun
from tests.world import World


def test_hints_name_only_columns_that_would_break(world: World, fair_run: MatchRun) -> None:
    url = f"/matching/runs/{fair_run.pk}/hints/"
    client = world.client("孙悦")
    hints = client.get(url, {"card": str(world.students["吴桐"].pk)}).json()
    assert hints[str(world.staff["王敏"].pk)] == "比上限 2 多 1 名"
    assert client.get(url, {"card": "nonsense"}).status_code == 404
    assert world.client("赵国栋").get(url, {"card": str(world.students["吴桐"].pk)}).status_code == 404
