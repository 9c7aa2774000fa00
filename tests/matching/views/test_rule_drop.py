import uuid

from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, RoundRule
from taoli.matching.queries.rules import rule_lines
from tests.matching.services.test_rules import rule
from tests.world import START, World


def test_a_rule_is_taken_away(world: World, choice_round: ChoiceRound) -> None:
    row = rule(world, choice_round, "apart", "林子涵", "周一诺")
    world.client("孙悦").post(f"/matching/rounds/{choice_round.pk}/rules/{row.pk}/drop/")
    assert RoundRule.objects.of(world.school).get().dropped_at is not None
    assert rule_lines(choice_round) == []


def test_an_unknown_rule_is_not_found(world: World, choice_round: ChoiceRound) -> None:
    address = f"/matching/rounds/{choice_round.pk}/rules/{uuid.uuid4()}/drop/"
    assert world.client("孙悦").post(address).status_code == 404


def test_after_publishing_rules_stay(world: World, assigned_run: MatchRun) -> None:
    row = rule(world, assigned_run.round, "apart", "林子涵", "周一诺")
    services.publish_run(by=world.office, run_id=assigned_run.pk, starts=START)
    address = f"/matching/rounds/{assigned_run.round_id}/rules/{row.pk}/drop/"
    assert "已经发布" in world.client("孙悦").post(address, follow=True).content.decode()
    assert RoundRule.objects.of(world.school).get().dropped_at is None
