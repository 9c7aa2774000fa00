import uuid

from taoli.matching import services
from taoli.matching.models import ChoiceRound, LateChoice
from tests.world import World


def test_one_student_may_come_late_with_a_reason(world: World, choice_round: ChoiceRound) -> None:
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/choice/allow/"
    room = str(world.classes["高一(1)班"].pk)
    form = {"student": str(world.students["林子涵"].pk), "reason": "住院", "room": room, "op": str(uuid.uuid4())}
    answer = client.post(url, form)
    assert answer["Location"] == f"/matching/rounds/{choice_round.pk}/choice/?room={room}"
    client.post(url, form)
    assert LateChoice.objects.of(world.school).get().reason == "住院"


def test_without_reason_or_student_it_is_a_sentence(world: World, choice_round: ChoiceRound) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/choice/allow/"
    page = client.post(url, {"student": "x", "reason": ""}, follow=True).content.decode()
    assert "请写明理由" in page
    page = client.post(url, {"student": "x", "reason": "住院", "room": "//evil.example"}, follow=True).content.decode()
    assert "这名学生不参加这一轮。" in page
    assert not LateChoice.objects.of(world.school).exists()
