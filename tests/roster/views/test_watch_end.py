import uuid

from tests.guidance.talking import watch
from tests.world import World


def test_a_turn_is_taken_out_and_another_schools_is_not_touched(world: World) -> None:
    turn = watch(world, "赵国栋")
    client = world.client("孙悦")
    assert client.post(f"/roster/watch/{uuid.uuid4()}/end/").status_code == 302
    turn.refresh_from_db()
    assert turn.withdrawn_at is None
    for _each in range(2):
        assert client.post(f"/roster/watch/{turn.pk}/end/").status_code == 302
    turn.refresh_from_db()
    assert turn.withdrawn_at is not None
