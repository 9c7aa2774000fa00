from taoli.notifications.queries.inbox import unread
from tests.notifications.conftest import tell
from tests.world import World


def test_all_own_are_read_and_nobody_elses(world: World) -> None:
    tell(world, ["王敏", "李慧"])
    assert world.client("王敏").post("/notices/read/")["Location"] == "/notices/"
    assert unread(world.actor("王敏")) == 0
    assert unread(world.actor("李慧")) == 1
