import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from taoli.matching.services import Introduction
from tests.matching.conftest import offer_of
from tests.world import START, World


def test_an_introduction_is_kept_with_its_time(world: World, marking_round: ChoiceRound) -> None:
    offer = offer_of(world, marking_round, "王敏")
    given = Introduction(" 喜欢读书和跑步。 ", "阅读", "午休在图书馆", maximum=6)
    row = services.set_introduction(by=world.actor("王敏"), offer_id=offer.pk, given=given)
    assert (row.introduction, row.subjects, row.places, row.maximum) == ("喜欢读书和跑步。", "阅读", "午休在图书馆", 6)
    assert row.introduced_at is not None


def test_nobody_takes_fewer_than_agreed(world: World, marking_round: ChoiceRound) -> None:
    offer = offer_of(world, marking_round, "王敏")
    offer.minimum = 3
    offer.save()
    with pytest.raises(TaoliError, match="至少是 3 名"):
        services.set_introduction(by=world.office, offer_id=offer.pk, given=Introduction("您好", maximum=2))


def test_a_published_round_is_not_introduced_any_more(world: World, assigned_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=assigned_run.pk, starts=START)
    offer = offer_of(world, assigned_run.round, "王敏")
    with pytest.raises(TaoliError, match="已经发布"):
        services.set_introduction(by=world.office, offer_id=offer.pk, given=Introduction("您好"))
