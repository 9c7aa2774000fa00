import pytest

from taoli.care.models import Holding, Referral, ReferralStep
from tests.care.counselling import in_care, referred, sent
from tests.world import World


@pytest.mark.parametrize(("to", "holds"), [("waiting", 0), ("care", 1)])
def test_a_referral_goes_on_the_list_or_into_care(world: World, to: str, holds: int) -> None:
    row = referred(world)
    world.client("何静").post(f"/care/referrals/{row.pk}/move/", sent(to=to))
    row.refresh_from_db()
    assert row.state == to
    assert Holding.objects.of(world.school).count() == holds
    steps = ReferralStep.objects.of(world.school).filter(referral=row).order_by("at", "id")
    assert list(steps.values_list("state", flat=True)) == ["asked", to]


@pytest.mark.parametrize("to", ["waiting", "asked", "ended", "", "unknown"])
def test_a_way_that_does_not_lead_there_changes_nothing(world: World, to: str) -> None:
    row = in_care(world)
    world.client("何静").post(f"/care/referrals/{row.pk}/move/", sent(to=to))
    row.refresh_from_db()
    assert row.state == Referral.State.CARE


def test_it_is_not_found_beyond_reach_and_closed_to_others(world: World) -> None:
    row = in_care(world)
    Referral.objects.of(world.school).filter(pk=row.pk).update(counsellor=world.staff["周宁"])
    assert world.client("何静").post(f"/care/referrals/{row.pk}/move/", sent(to="care")).status_code == 404
    assert world.client("王敏").post(f"/care/referrals/{row.pk}/move/", sent(to="care")).status_code == 403
