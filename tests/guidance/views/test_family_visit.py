from taoli.guidance.models import Appointment
from tests.guidance.visiting import form, offer, slots_on, text
from tests.world import World


def test_a_guardian_answers_with_the_account_and_sees_the_whole_name(settled: World) -> None:
    row = offer(settled)
    url = f"/guidance/family-visits/{row.pk}/"
    client = settled.client("林母")
    page = text(client.get(url))
    assert "林子涵" in page
    assert client.post(url, form(row, "accept", slot=slots_on(page)[0])).status_code == 302
    row.refresh_from_db()
    assert row.state == Appointment.State.AGREED
    assert row.steps.filter(school_id=settled.school.pk, name="林母").exists()


def test_another_familys_appointment_is_not_there(settled: World) -> None:
    row = offer(settled, "周一诺")
    assert settled.client("林母").get(f"/guidance/family-visits/{row.pk}/").status_code == 404
    assert settled.client("王敏").get(f"/guidance/family-visits/{row.pk}/").status_code == 403
