import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.guidance.models import TickSheet
from tests.world import World

URL = "/guidance/ticks/"


def test_sheets_are_made_for_those_ticked_and_for_all(settled: World) -> None:
    client = settled.client("孙悦")
    form = {"week": "2026-11-25", "mentor": [str(settled.staff["王敏"].pk)], "op": str(uuid.uuid4())}
    for _each in range(2):
        answer = client.post(URL, form)
        assert answer["Location"] == f"{URL}paper/?week=2026-11-23&mentor={settled.staff['王敏'].pk}"
    assert TickSheet.objects.of(settled.school).count() == 1
    with CaptureQueriesContext(connection) as few:
        assert TickSheet.objects.of(settled.school).get().code in client.get(URL).content.decode()
    client.post(URL, {"all": "1", "week": "2026-11-23"})
    assert TickSheet.objects.of(settled.school).count() > 1
    with CaptureQueriesContext(connection) as many:
        client.get(URL)
    assert len(many) == len(few)


def test_a_week_without_lessons_is_said(settled: World) -> None:
    page = settled.client("孙悦").post(URL, {"all": "1", "week": "2027-02-08"}).content.decode()
    assert "这一周不上课" in page


def test_mentors_print_no_sheets(settled: World) -> None:
    assert settled.client("王敏").get(URL).status_code == 403
