import uuid

from taoli.guidance.models import TalkAsk, UnsafeAlarm
from taoli.guidance.services.talk_codes import issue_slips
from tests.world import World

PAGE = "/guidance/talks/type/"


def test_code_and_tick_are_passed_on_and_the_page_names_nobody(world: World) -> None:
    slip = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)[1]
    client = world.client("孙悦")
    data = {"code": slip.drop, "office": "homeroom", "may_pass": "on", "op": str(uuid.uuid4())}
    page = client.post(PAGE, data, follow=True).content.decode()
    assert slip.student.name not in page
    row = TalkAsk.objects.of(world.school).get()
    assert (row.student_id, row.adult.name, row.source, row.may_pass) == (slip.student.pk, "李慧", "paper", True)
    again = client.post(PAGE, {"code": slip.drop, "office": "mentor"}).content.decode()
    assert "已经录入过了" in again
    assert TalkAsk.objects.of(world.school).count() == 1


def test_the_unsafe_tick_rings(world: World) -> None:
    slip = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)[1]
    world.client("孙悦").post(PAGE, {"code": slip.drop, "office": "counsellor", "unsafe": "on"})
    assert UnsafeAlarm.objects.of(world.school).get().student_id == slip.student.pk
    assert TalkAsk.objects.of(world.school).get().adult.name == "王敏"  # no counsellor named: the first one offered


def test_the_half_to_keep_and_nonsense_are_refused(world: World) -> None:
    slip = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)[1]
    for code in (slip.keep, "AAAAA-AAAAA", "?"):
        assert world.client("孙悦").post(PAGE, {"code": code, "office": "mentor"}).status_code == 200
    assert not TalkAsk.objects.of(world.school).exists()
