import datetime as dt
import uuid

from taoli.handover.models import Leaving
from taoli.handover.services.leaving import leave
from tests.world import TODAY, World


def paused(world: World) -> Leaving:
    """林子涵, away since the beginning of the month."""
    student = world.students["林子涵"].pk
    return leave(by=world.office, student_id=student, reason="suspended", last=dt.date(2026, 11, 2))


def test_class_and_mentor_of_that_time_are_proposed_and_the_slip_follows(settled: World) -> None:
    row, client = paused(settled), settled.client("孙悦")
    url = f"/handover/leaving/{row.pk}/return/"
    page = client.get(url).content.decode()
    assert f'value="{settled.staff["王敏"].pk}" selected' in page
    form = {
        "op": str(uuid.uuid4()),
        "room": str(row.school_class_id),
        "on": TODAY.isoformat(),
        "mentor": str(settled.staff["王敏"].pk),
    }
    assert client.post(url, form)["Location"] == f"/handover/leaving/{row.pk}/slip/"
    page = client.post(url, {**form, "op": str(uuid.uuid4())}).content.decode()
    assert "在校" in page


def test_a_homeroom_teacher_may_not(settled: World) -> None:
    assert settled.client("李慧").get(f"/handover/leaving/{paused(settled).pk}/return/").status_code == 403
