from tests.evaluation.honouring import notice, sent, url
from tests.world import TODAY, World


def test_it_is_decided_once_and_printed(world: World) -> None:
    row, client = notice(world), world.client("孙悦")
    assert "将要决定" in client.get(url("notice_result", row.pk)).content.decode()
    said = sent()
    for _each in range(2):
        assert client.post(url("notice_result", row.pk), said).status_code == 302
    page = client.get(url("notice_result", row.pk)).content.decode()
    assert "表彰决定" in page
    assert "王敏" in page


def test_before_its_days_are_over_it_says_so(world: World) -> None:
    row = notice(world, until=TODAY)
    assert "还没有结束" in world.client("孙悦").post(url("notice_result", row.pk), sent()).content.decode()


def test_others_do_not(world: World) -> None:
    assert world.client("王敏").get(url("notice_result", notice(world).pk)).status_code == 403
