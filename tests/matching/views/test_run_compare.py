import re

from taoli.matching import services
from taoli.matching.models import MatchRun, Seat
from tests.matching.views.test_run_drop import drop
from tests.world import World


def test_officer_sees_who_gained_and_lost_since_the_draft_before(world: World, fair_run: MatchRun) -> None:
    client = world.client("孙悦")
    alone = client.get(f"/matching/runs/{fair_run.pk}/compare/").content.decode()
    assert "只有一份草案" in alone
    second = services.run_round(by=world.office, round_id=fair_run.round_id, seed=7)
    same = client.get(f"/matching/runs/{second.pk}/compare/").content.decode()
    assert "没有人：两份草案的安排相同。" in same
    drop(world, client, second, "赵思源", "周宁", override="on")
    page = client.get(f"/matching/runs/{second.pk}/compare/", {"with": str(fair_run.pk)}).content.decode()
    assert "赵思源的志愿变差：第1志愿 → 志愿之外。" in page


def test_grade_lead_sees_names_of_the_grade_and_no_wishes(world: World, fair_run: MatchRun) -> None:
    second = services.run_round(by=world.office, round_id=fair_run.round_id, seed=7)
    office = world.client("孙悦")
    drop(world, office, second, "赵思源", "周宁", override="on")
    drop(world, office, second, "吴桐", "李慧", override="on")
    page = world.client("赵国栋").get(f"/matching/runs/{second.pk}/compare/", {"with": "x"}).content.decode()
    assert "赵思源" in page
    assert "吴桐" not in page
    assert not re.search("第.志愿|志愿之|志愿变|志愿更", page)
    assert Seat.objects.of(world.school).filter(run=fair_run).count() == 6
