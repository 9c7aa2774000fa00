from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.world import World


def test_drafts_stand_side_by_side_with_mode_and_draw_number(world: World, fair_run: MatchRun) -> None:
    services.run_round(by=world.office, round_id=fair_run.round_id, seed=99)
    page = world.client("孙悦").get(f"/matching/rounds/{fair_run.round_id}/drafts/").content.decode()
    assert page.count("按志愿，公平优先") + page.count("按志愿") >= 2
    assert "<td>99</td>" in page
    assert "<td>7</td>" in page
    assert "与上一份草案相比" in page
    lead = world.client("赵国栋").get(f"/matching/rounds/{fair_run.round_id}/drafts/").content.decode()
    assert "第一志愿" not in lead


def test_round_without_a_draft_says_so(world: World, choice_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(f"/matching/rounds/{choice_round.pk}/drafts/").content.decode()
    assert "还没有草案" in page
