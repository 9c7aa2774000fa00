import uuid

from taoli.guidance.models import Appointment, AppointmentSlot
from tests.guidance.visiting import text
from tests.world import World

URL = "/guidance/visits/new/"


def sent(world: World, **said: object) -> dict[str, object]:
    form = {"students": [str(world.students["林子涵"].pk)], "place": "home", "minutes": "40", "op": str(uuid.uuid4())}
    return {**form, "slot1": "2026-11-25T16:30", **said}


def test_a_student_and_a_time_are_enough(settled: World) -> None:
    form = sent(settled)
    answers = [settled.client("王敏").post(URL, form) for _twice in range(2)]
    row = Appointment.objects.of(settled.school).get()
    assert {one["Location"] for one in answers} == {f"/guidance/visits/{row.pk}/"}
    assert AppointmentSlot.objects.of(settled.school).count() == 1


def test_what_is_wrong_is_said_and_the_typed_stays(settled: World) -> None:
    client = settled.client("王敏")
    page = text(client.post(URL, sent(settled, slot1="2026-11-25T19:30")))
    assert "晚上、周末或假日" in page
    assert "2026-11-25T19:30" in page
    assert "请至少选择一名学生" in text(client.post(URL, sent(settled, students=[])))
    assert "请填写日期和时间" in text(client.post(URL, sent(settled, slot2="下周")))
    assert Appointment.objects.of(settled.school).count() == 0


def test_nobody_elses_student_can_be_chosen(settled: World) -> None:
    assert settled.stranger is not None
    for pk in (settled.students["孙浩然"].pk, settled.stranger.pk, "x"):
        assert settled.client("王敏").post(URL, sent(settled, students=[str(pk)])).status_code == 200
    assert Appointment.objects.of(settled.school).count() == 0
    assert settled.client("林子涵").get(URL).status_code == 403


def test_a_link_may_choose_the_student(settled: World) -> None:
    page = text(settled.client("王敏").get(f"{URL}?students={settled.students['周一诺'].pk}"))
    assert f'value="{settled.students["周一诺"].pk}" data-name="周一诺" checked' in page
