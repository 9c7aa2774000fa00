import uuid

from taoli.care.models import CareCase
from taoli.common import clock
from taoli.guidance.models import Appointment
from taoli.handover.models import Leaving
from tests.world import TODAY, World

URL = "/handover/leaving/new/"


def sent(**said: object) -> dict[str, object]:
    return {"op": str(uuid.uuid4()), "student": "林子涵", "reason": "suspended", "last": TODAY.isoformat(), **said}


def test_what_ends_is_shown_by_name_before_it_is_written(settled: World) -> None:
    child = settled.students["林子涵"]
    Appointment.objects.create(
        school=settled.school, student=child, mentor=settled.staff["王敏"], made_at=clock.now(), starts=clock.now()
    )
    CareCase.objects.create(
        school=settled.school,
        student=child,
        raised_by=settled.staff["王敏"],
        leader=settled.staff["钱程"],
        raised_on=TODAY,
        entered_at=clock.now(),
        seriousness="watch",
        reason="封",
    )
    client = settled.client("孙悦")
    page = client.post(URL, sent()).content.decode()
    for words in ("王敏", "2026-11-23 10:05", "由钱程负责", "还没有写入"):
        assert words in page
    assert not Leaving.objects.of(settled.school).exists()
    assert client.post(URL, sent(confirmed="1"))["Location"] == "/handover/leaving/"
    assert Leaving.objects.of(settled.school).get().reason == "suspended"


def test_a_case_without_a_leader_is_asked_to_be_decided(settled: World) -> None:
    CareCase.objects.create(
        school=settled.school,
        student=settled.students["林子涵"],
        raised_by=settled.staff["王敏"],
        raised_on=TODAY,
        entered_at=clock.now(),
        seriousness="watch",
        reason="封",
    )
    assert "请先作出决定" in settled.client("孙悦").post(URL, sent()).content.decode()


def test_nobody_several_and_a_refusal_are_sentences(settled: World) -> None:
    client = settled.client("孙悦")
    assert client.get(URL).status_code == 200
    assert "没有" in client.post(URL, sent(student="无人")).content.decode()
    page = client.post(URL, sent(reason="other", confirmed="1")).content.decode()
    assert "请简单写明是什么原因" in page
    settled.students["周一诺"].name = "林子涵"
    settled.students["周一诺"].save()
    assert "学号" in client.post(URL, sent()).content.decode()
