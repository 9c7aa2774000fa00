import datetime as dt
import uuid

from taoli.handover.models import Leaving
from taoli.roster.models import Student
from tests.handover.views.test_leaving_return import paused
from tests.world import World


def test_an_entry_is_taken_back(settled: World) -> None:
    row = paused(settled)
    answer = settled.client("孙悦").post(f"/handover/leaving/{row.pk}/undo/", {"op": str(uuid.uuid4())})
    assert answer["Location"] == "/handover/leaving/"
    assert Leaving.objects.of(settled.school).get().undone_at is not None


def test_what_has_changed_since_is_said(settled: World) -> None:
    row, client = paused(settled), settled.client("孙悦")
    Student.objects.of(settled.school).filter(pk=row.student_id).update(left_on=dt.date(2026, 10, 1))
    client.post(f"/handover/leaving/{row.pk}/undo/")
    assert "之后有过改动" in client.get("/handover/leaving/").content.decode()
