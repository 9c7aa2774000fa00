import time_machine

from taoli.oversight.models import StarAward, StarTitle
from tests.oversight.starring import AFTER, decided, sent, url
from tests.world import World


def test_a_withdrawn_award_is_told_to_the_school(world: World) -> None:
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        address = url("award_withdraw", award.pk)
        assert world.client("方远").post(address, sent(reason="x")).status_code == 404
        assert world.client("郑岚").post(address, sent(reason="")).status_code == 409
        assert world.client("郑岚").post(address, sent(reason="材料不实")).status_code == 302
    assert StarAward.objects.of(award.school_id).get().reason == "材料不实"
    assert StarTitle.objects.of(world.school).get().withdrawn_on is not None
