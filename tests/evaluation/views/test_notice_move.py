from tests.evaluation.honouring import notice, sent, url
from tests.world import World


def test_the_office_puts_it_up_once_and_takes_it_down(world: World) -> None:
    row, client = notice(world, posted=False), world.client("孙悦")
    said = sent(to="up")
    for _each in range(2):
        assert client.post(url("notice_move", row.pk), said).status_code == 302
    row.refresh_from_db()
    assert row.state == "posted"
    assert client.post(url("notice_move", row.pk), sent(to="up")).status_code == 409
    client.post(url("notice_move", row.pk), sent(to="down"))
    row.refresh_from_db()
    assert row.state == "withdrawn"


def test_others_do_not(world: World) -> None:
    row = notice(world, posted=False)
    assert world.client("王敏").post(url("notice_move", row.pk), sent(to="up")).status_code == 403
