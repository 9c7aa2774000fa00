import uuid

from tests.evaluation.honouring import notice, url
from tests.world import World


def test_it_has_names_days_telephone_and_no_score(world: World) -> None:
    row = notice(world)
    page = world.client("王敏").get(url("notice_show", row.pk)).content.decode()
    for words in ("王敏", "李慧", "陈立", "姓氏笔画", "0354-1234567", "德育处意见箱", "11月18日"):
        assert words in page
    assert "10 分" not in page
    assert url("notice_remark", row.pk) not in page


def test_a_draft_is_the_offices_own_and_says_when_half_are_named(world: World) -> None:
    row = notice(world, posted=False)
    assert "超过一半" in world.client("孙悦").get(url("notice_show", row.pk)).content.decode()
    assert world.client("王敏").get(url("notice_show", row.pk)).status_code == 404
    assert world.client("孙悦").get(url("notice_show", uuid.uuid4())).status_code == 404
