import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, GroupClaim, MatchRun, Seat
from tests.matching.conftest import offer_all
from tests.world import World


def claim(world: World, choice: ChoiceRound, mentor: str, *groups: str) -> None:
    services.claim_groups(
        by=world.office,
        round_id=choice.pk,
        mentor_id=world.staff[mentor].pk,
        group_ids=[world.groups[one].pk for one in groups],
    )


def drawn(world: World, choice: ChoiceRound, seed: int) -> dict[str, str]:
    run = services.run_round(by=world.office, round_id=choice.pk, seed=seed)
    assert run.state == MatchRun.State.DRAFT
    seats = Seat.objects.of(world.school).filter(run=run).exclude(group=None)
    return dict(seats.values_list("group__name", "mentor__name"))


def test_claimed_groups_go_to_a_claimant_and_the_others_are_assigned(world: World, claim_round: ChoiceRound) -> None:
    offer_all(world, claim_round, 王敏=10, 李慧=10, 陈立=10, 周宁=10)
    claim(world, claim_round, "李慧", "朝阳组")
    claim(world, claim_round, "王敏", "远山组")
    found = drawn(world, claim_round, seed=1)
    assert (found["朝阳组"], found["远山组"]) == ("李慧", "王敏")
    assert found["春笋组"] in {"陈立", "王敏"}


def test_lots_decide_and_not_who_was_first(world: World, claim_round: ChoiceRound) -> None:
    offer_all(world, claim_round, 王敏=10, 李慧=10, 陈立=10, 周宁=10)
    winners: dict[int, set[str]] = {}
    for order in (("王敏", "李慧"), ("李慧", "王敏")):
        GroupClaim.objects.of(world.school).delete()
        for mentor in order:
            claim(world, claim_round, mentor, "朝阳组")
        for seed in range(8):
            winners.setdefault(seed, set()).add(drawn(world, claim_round, seed)["朝阳组"])
        services.set_step(by=world.office, round_id=claim_round.pk, kind="claim_groups", done=False)
    assert all(len(names) == 1 for names in winners.values())
    assert set.union(*winners.values()) == {"王敏", "李慧"}


def test_a_claim_that_does_not_fit_gives_way(world: World, claim_round: ChoiceRound) -> None:
    offer_all(world, claim_round, 王敏=2, 李慧=10, 陈立=10, 周宁=10)
    claim(world, claim_round, "王敏", "朝阳组", "春笋组")
    found = drawn(world, claim_round, seed=3)
    assert [found["朝阳组"], found["春笋组"]].count("王敏") == 1


def test_after_closing_and_for_a_mentor_away_nothing_is_claimed(world: World, claim_round: ChoiceRound) -> None:
    offer_all(world, claim_round, 李慧=10)
    with pytest.raises(TaoliError):
        claim(world, claim_round, "王敏", "朝阳组")
    services.set_step(by=world.office, round_id=claim_round.pk, kind="claim_groups", done=True)
    with pytest.raises(TaoliError):
        claim(world, claim_round, "李慧", "朝阳组")
    assert not GroupClaim.objects.of(world.school).exists()


def test_a_mentor_does_not_claim_for_a_colleague(world: World, claim_round: ChoiceRound) -> None:
    with pytest.raises(TaoliError, match="只有本轮负责人可以代别人登记认领"):
        services.claim_groups(
            by=world.actor("王敏"), round_id=claim_round.pk, mentor_id=world.staff["李慧"].pk, group_ids=[]
        )
