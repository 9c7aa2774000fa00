import uuid

import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.roster.models import Group
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/claims/"


def test_officer_sees_how_many_claims_a_group_has(world: World, claim_round: ChoiceRound) -> None:
    for name in ("王敏", "李慧"):
        services.claim_groups(
            by=world.office,
            round_id=claim_round.pk,
            mentor_id=world.staff[name].pk,
            group_ids=[world.groups["朝阳组"].pk],
        )
    page = world.client("孙悦").get(url(claim_round))
    assert "3 个小组中有 1 个已被认领" in page.content.decode()
    assert {line.name: line.claims for line in page.context["lines"]} == {"朝阳组": 2, "远山组": 0, "春笋组": 0}


def test_the_rest_of_the_office_sees_groups_and_sizes_but_no_claims(world: World, claim_round: ChoiceRound) -> None:
    mentor = world.staff["王敏"].pk
    services.claim_groups(
        by=world.office, round_id=claim_round.pk, mentor_id=mentor, group_ids=[world.groups["朝阳组"].pk]
    )
    ChoiceRound.objects.of(world.school).update(officer=uuid.uuid4())
    client = world.client("孙悦")
    page = client.get(url(claim_round))
    assert [(line.name, line.claims) for line in page.context["lines"]] == [
        ("朝阳组", None),
        ("远山组", None),
        ("春笋组", None),
    ]
    assert "已被认领" not in page.content.decode()
    assert "登记纸质认领" not in page.content.decode()
    other = client.get(f"/matching/rounds/{claim_round.pk}/claim/", {"mentor": str(mentor)})
    assert other.context["staff"].name == "孙悦"
    with pytest.raises(TaoliError, match="本轮负责人"):
        services.claim_groups(by=world.office, round_id=claim_round.pk, mentor_id=mentor, group_ids=[])


def test_without_groups_it_leads_to_forming_them(world: World, claim_round: ChoiceRound) -> None:
    Group.objects.of(world.school).update(closed_on="2026-11-01")
    assert f"/matching/rounds/{claim_round.pk}/groups/" in world.client("孙悦").get(url(claim_round)).content.decode()


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
