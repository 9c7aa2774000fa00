from taoli.guidance.models import Appointment, AppointmentStep
from tests.guidance.visiting import offer, slots_on, text
from tests.world import World


def test_two_taps_enter_what_was_said_on_the_telephone(settled: World) -> None:
    row = offer(settled)
    url = f"/guidance/visits/{row.pk}/heard/"
    client = settled.client("王敏")
    slot = slots_on(text(client.get(url)))[0]
    assert client.post(url, {"edit": "1", "who": "mother", "how": "phone", "slot": slot}).status_code == 302
    row.refresh_from_db()
    assert row.state == Appointment.State.AGREED
    step = AppointmentStep.objects.of(settled.school).get(what="agreed")
    assert (step.facts["who"], step.facts["how"], step.name) == ("mother", "phone", "王敏")


def test_without_who_and_without_an_answer_nothing_is_entered(settled: World) -> None:
    row = offer(settled)
    url = f"/guidance/visits/{row.pk}/heard/"
    client = settled.client("王敏")
    assert client.post(url, {"edit": "1", "how": "phone", "do": "decline"}).status_code == 200
    assert "请选一个时间，或写下方便的时间" in text(client.post(url, {"edit": "1", "who": "mother", "how": "phone"}))
    row.refresh_from_db()
    assert row.state == Appointment.State.PROPOSED


def test_the_homeroom_teacher_may_hear_it_too_and_a_stranger_not(settled: World) -> None:
    row = offer(settled)
    sent = {"edit": "1", "who": "father", "how": "in_person", "do": "decline"}
    assert settled.client("吴考").post(f"/guidance/visits/{row.pk}/heard/", sent).status_code == 403
    assert settled.client("李慧").post(f"/guidance/visits/{row.pk}/heard/", sent).status_code == 302
    row.refresh_from_db()
    assert row.state == Appointment.State.DECLINED
