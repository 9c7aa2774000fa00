import uuid

from tests.notifications.views.test_delivery_list import failed
from tests.world import World


def test_a_failed_message_waits_once_more_and_only_once(world: World) -> None:
    row = failed(world, "王敏")
    client, url = world.client("孙悦"), f"/notices/deliveries/{row.pk}/again/"
    for _each in range(2):
        assert client.post(url, {"op": str(uuid.uuid4())})["Location"] == "/notices/deliveries/"
        row.refresh_from_db()
        assert (row.state, row.tries, row.reason) == ("waiting", 0, "")


def test_one_that_was_handed_over_is_not_sent_again(world: World) -> None:
    row = failed(world, "王敏", state="sent", reason="")
    page = world.client("孙悦").post(f"/notices/deliveries/{row.pk}/again/", follow=True).content.decode()
    assert "正在发出，或者已经发出" in page
    row.refresh_from_db()
    assert row.state == "sent"


def test_one_that_is_not_there(world: World) -> None:
    assert world.client("孙悦").post(f"/notices/deliveries/{uuid.uuid4()}/again/").status_code == 404
