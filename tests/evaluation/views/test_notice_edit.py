from taoli.evaluation.models import HonourNotice
from tests.evaluation.honouring import notice, published, sent, url
from tests.world import World

SAID = {"starts": "2026-11-23", "until": "2026-11-27", "telephone": "0354-1234567", "mailbox": "意见箱"}


def test_it_begins_with_five_school_days_and_keeps_a_draft_once(world: World) -> None:
    run, client = published(world), world.client("孙悦")
    page = client.get(url("notice_edit", run.pk, "best")).content.decode()
    assert 'value="2026-11-27"' in page
    assert page.index("王敏、") < page.index("李慧、") < page.index("陈立")
    assert "超过一半" in page
    said = sent(**SAID)
    for _each in range(2):
        answer = client.post(url("notice_edit", run.pk, "best"), said)
    row = HonourNotice.objects.of(world.school).get()
    assert answer["Location"] == url("notice_show", row.pk)


def test_what_is_wrong_is_said_and_nothing_lost(world: World) -> None:
    run = published(world)
    said = sent(**{**SAID, "until": "2026-11-20"})
    page = world.client("孙悦").post(url("notice_edit", run.pk, "best"), said).content.decode()
    assert "最后一天早于第一天" in page
    assert "意见箱" in page
    assert not HonourNotice.objects.of(world.school).exists()


def test_a_late_change_is_refused(world: World) -> None:
    row = notice(world, posted=False)
    page = world.client("孙悦").post(url("notice_edit", row.run_id, "best"), sent(**SAID, edit=9)).content.decode()
    assert "刚被别人改过" in page


def test_an_honour_that_does_not_exist_is_not_found_and_others_are_kept_out(world: World) -> None:
    run = published(world)
    assert world.client("孙悦").get(url("notice_edit", run.pk, "none")).status_code == 404
    assert world.client("钱程").get(url("notice_edit", run.pk, "best")).status_code == 403
