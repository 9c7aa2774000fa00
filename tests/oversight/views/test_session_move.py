from tests.oversight.training import begun, sent, session, url
from tests.world import World


def test_a_step_out_of_turn_is_refused_with_a_sentence(world: World) -> None:
    client = world.client("郑岚")
    for row, to in ((session(world), "closed"), (begun(world, "王敏"), "open"), (session(world), "nonsense")):
        answer = client.post(url("session_move", row.pk), sent(to=to))
        assert answer.status_code == 409
        assert "状态刚被改过" in answer.content.decode()
