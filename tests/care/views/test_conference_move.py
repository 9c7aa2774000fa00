from tests.care.meeting import meet, room_key, sent, url
from tests.world import World


def test_it_begins_is_called_off_and_planned_anew(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    assert client.post(url(row, "move/"), sent(do="begin"))["Location"] == url(row, "run/")
    client.post(url(row, "move/"), sent(do="cancel", reason="消防演练"))
    row.refresh_from_db()
    assert (row.state, row.cancelled_because) == ("cancelled", "消防演练")
    client.post(url(row, "move/"), sent(do="replan"))
    row.refresh_from_db()
    assert row.state == "planned"


def test_without_a_reason_or_with_an_unknown_deed_nothing_changes(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    assert "为什么不开" in client.post(url(row, "move/"), sent(do="cancel"), follow=True).content.decode()
    assert "请从列出" in client.post(url(row, "move/"), sent(do="nonsense"), follow=True).content.decode()
    row.refresh_from_db()
    assert row.state == "planned"


def test_anothers_is_not_moved(world: World) -> None:
    row = meet(world, "孙悦", place=room_key(world, "高二(1)班"))
    assert world.client("李慧").post(url(row, "move/"), sent(do="begin")).status_code == 404
    assert world.client("李慧").get(url(row, "move/")).status_code == 405
