import pytest

from taoli.care.models import Referral
from taoli.common.models import ViewLog
from tests.care.counselling import WHY, in_care, referred
from tests.world import World


def test_the_counsellor_reads_the_reason_and_the_opening_is_logged(world: World) -> None:
    row = referred(world)
    page = world.client("何静").get(f"/care/referrals/{row.pk}/open/").content.decode()
    assert WHY in page
    assert "林母" in page
    logged = ViewLog.objects.of(world.school).get(noun="care.referral")
    assert logged.ids == [str(row.pk)]


def test_without_the_log_nothing_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    row = referred(world)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("taoli.care.queries.referrals.log_view", refuse)
    with pytest.raises(OSError, match=r"^$"):
        world.client("何静").get(f"/care/referrals/{row.pk}/open/")


def test_what_another_counsellor_has_taken_on_is_not_found(world: World) -> None:
    row = in_care(world)
    Referral.objects.of(world.school).filter(pk=row.pk).update(counsellor=world.staff["周宁"])
    assert world.client("何静").get(f"/care/referrals/{row.pk}/open/").status_code == 404


def test_that_somebody_else_has_referred_too_is_said_to_the_counsellor_only(world: World) -> None:
    row = referred(world)
    referred(world, by="李慧")
    assert "还有一位老师" in world.client("何静").get(f"/care/referrals/{row.pk}/open/").content.decode()


@pytest.mark.parametrize("name", ["王敏", "孙悦", "钱程", "郑明"])
def test_nobody_else_opens_it(world: World, name: str) -> None:
    row = referred(world)
    assert world.client(name).get(f"/care/referrals/{row.pk}/open/").status_code == 403
