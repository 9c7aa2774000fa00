from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.matching.conftest import offer_all
from tests.matching.views.test_run_drop import drop
from tests.world import World


def test_officer_sees_chart_table_loads_and_digest(world: World, fair_run: MatchRun) -> None:
    drop(world, world.client("孙悦"), fair_run, "吴桐", "王敏", override="on", reason="姐妹同组")
    page = world.client("孙悦").get(f"/matching/runs/{fair_run.pk}/result/").content.decode()
    assert fair_run.input_hash in page
    assert '<rect width="80%"' in page
    assert "看数字表" in page
    assert "1 位导师各有 3 名学生" in page
    assert "姐妹同组" in page
    assert "超出限制" in page


def test_grade_lead_sees_no_chart_of_wishes(world: World, fair_run: MatchRun) -> None:
    page = world.client("赵国栋").get(f"/matching/runs/{fair_run.pk}/result/").content.decode()
    assert "rank-bar" not in page
    assert "人数分布" in page


def test_impossible_run_is_shown_on_its_own_page(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=1)
    run = services.run_round(by=world.office, round_id=choice_round.pk, seed=1)
    assert world.client("孙悦").get(f"/matching/runs/{run.pk}/result/")["Location"] == f"/matching/runs/{run.pk}/"
