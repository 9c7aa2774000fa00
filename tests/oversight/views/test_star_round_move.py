import time_machine

from taoli.oversight.models import StarRound, StarTitle
from taoli.oversight.services.star_rounds import keep_round
from tests.oversight.starring import AFTER, bring, entered, facts, judged, sent, url
from tests.world import World


def test_the_officer_takes_a_round_from_its_draft_to_its_end(world: World) -> None:
    bring(world, "district", "丁阅")
    client = world.client("郑岚")
    row = keep_round(by=world.actor("郑岚"), facts=facts())
    address = url("star_round_move", row.pk)
    assert client.post(address, sent(to="nowhere")).status_code == 404
    assert client.post(address, sent(to="review")).status_code == 409
    assert client.post(address, sent(to="open")).status_code == 302
    entered(world, row)
    client.post(address, sent(to="review"))
    judged(world, row)
    client.post(address, sent(to="notice"))
    assert client.post(address, sent(to="result")).status_code == 409
    with time_machine.travel(AFTER, tick=False):
        client = world.client("郑岚")
        said = sent(to="result")
        for _each in range(2):
            assert client.post(address, said).status_code == 302
        assert StarTitle.objects.of(world.school).get().label == "三星导师"
        client.post(address, sent(to="closed"))
    assert StarRound.objects.of(row.school_id).get(pk=row.pk).state == "closed"
    assert world.client("方远").post(address, sent(to="open")).status_code == 404
