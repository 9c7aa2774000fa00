from taoli.matching.models import MatchRun
from tests.matching.views.test_run_drop import drop
from tests.world import World


def test_others_moves_are_told_within_reach_only(world: World, fair_run: MatchRun) -> None:
    url = f"/matching/runs/{fair_run.pk}/news/"
    drop(world, world.client("孙悦"), fair_run, "吴桐", "李慧", override="on")
    lead = world.client("赵国栋").get(url, {"since": 0}).json()
    assert (lead["edit"], lead["seats"], lead["lines"]) == (1, [], [])
    assert lead["loads"][str(world.staff["李慧"].pk)] == 2  # the load is everybody's
    drop(world, world.client("孙悦"), fair_run, "赵思源", "周宁", override="on")
    lead = world.client("赵国栋").get(url, {"since": 1}).json()
    assert lead["lines"] == ["孙悦老师刚移动了学生。赵思源：陈立 → 周宁。"]
    assert lead["seats"][0][2] == ""  # no wish for the grade lead
    assert world.client("赵国栋").get(url, {"since": 2}).json()["lines"] == []
    assert world.client("王敏").get(url).status_code == 403
