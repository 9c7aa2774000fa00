from taoli.handover.models import BridgeCard
from taoli.handover.services.cards import issue_card
from tests.handover.sending import Two, form

URL = "/handover/cards/receipt/"


def test_a_stub_is_typed_once(both: Two) -> None:
    card = issue_card(by=both.here, student_id=both.world.students["林子涵"].pk, to_school="远方中学")
    office = both.world.client("孙悦")
    said = {"code": f"{card.code[:4].lower()} {card.code[4:]}", "received_on": "2026-11-20", "received_by": "丁老师"}
    assert "日期在将来" in office.post(URL, form(**said | {"received_on": "2027-01-01"})).content.decode()
    assert "没有编号为 ZZZZ 的卡" in office.post(URL, form(**said | {"code": "zzzz"})).content.decode()
    assert "林子涵 的回执已保存" in office.post(URL, form(**said), follow=True).content.decode()
    assert "已经录入过" in office.post(URL, form(**said)).content.decode()
    assert BridgeCard.objects.of(both.world.school).get().received_by == "丁老师"


def test_a_homeroom_teacher_types_the_own_class_only(both: Two) -> None:
    card = issue_card(by=both.here, student_id=both.world.students["吴桐"].pk, to_school="远方中学")
    said = form(code=card.code, received_on="2026-11-20", received_by="丁老师")
    assert both.world.client("李慧").post(URL, said).status_code == 404
