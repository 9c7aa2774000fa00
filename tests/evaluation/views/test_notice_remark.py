import uuid

from taoli.common.models import ViewLog
from taoli.evaluation.models import NoticeRemark
from tests.evaluation.honouring import notice, sent, url
from tests.world import World

SAID = {"came_on": "2026-11-16", "way": "letter", "mentor": "", "text": "请再核实"}


def test_a_remark_is_noted_once_and_answered(world: World) -> None:
    row, client = notice(world), world.client("孙悦")
    assert "还没有收到意见" in client.get(url("notice_remark", row.pk)).content.decode()
    said = sent(**{**SAID, "mentor": str(world.staff["陈立"].pk)})
    for _each in range(2):
        client.post(url("notice_remark", row.pk), said)
    one = NoticeRemark.objects.of(world.school).get()
    assert "请再核实" in client.get(url("notice_remark", row.pk)).content.decode()
    assert ViewLog.objects.of(world.school).filter(noun="evaluation.noticeremark").exists()
    client.post(url("notice_remark", row.pk), sent(remark=str(one.pk), answer="属实", upheld="yes"))
    assert "不列入表彰" in client.get(url("notice_remark", row.pk)).content.decode()


def test_what_came_outside_the_days_is_refused_and_kept_on_the_page(world: World) -> None:
    row = notice(world)
    page = world.client("孙悦").post(url("notice_remark", row.pk), sent(**{**SAID, "came_on": "2026-11-20"}))
    assert "不在公示期内" in page.content.decode()
    assert "请再核实" in page.content.decode()


def test_an_answer_to_nothing_is_not_found_and_others_are_kept_out(world: World) -> None:
    row = notice(world)
    said = sent(remark=str(uuid.uuid4()), answer="答", upheld="no")
    assert world.client("孙悦").post(url("notice_remark", row.pk), said).status_code == 404
    assert world.client("钱程").get(url("notice_remark", row.pk)).status_code == 403
