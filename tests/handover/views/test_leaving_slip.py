from taoli.handover.services.leaving import come_back
from tests.handover.views.test_leaving_return import paused
from tests.world import TODAY, World


def test_the_slip_prints_where_the_student_is_now(settled: World) -> None:
    row, client = paused(settled), settled.client("孙悦")
    url = f"/handover/leaving/{row.pk}/slip/"
    assert client.get(url).status_code == 404
    come_back(by=settled.office, pk=row.pk, room_id=row.school_class_id, on=TODAY)
    page = client.get(url).content.decode()
    for words in ("接收单", "林子涵", "高一(1)班", "李慧", "2026年11月23日"):
        assert words in page
