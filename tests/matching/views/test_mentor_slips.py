from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import ViewLog
from taoli.matching.models import YearChange
from tests.world import World


def test_a_slip_names_the_students_and_their_families_and_is_logged(going: World, stopped: YearChange) -> None:
    page = going.client("孙悦").get(f"/matching/year/changes/{stopped.pk}/slips/").content.decode()
    assert page.count('<section class="letter">') == 2
    assert "林母" in page
    assert "13800000000" in page
    assert "反映" not in page
    (row,) = ViewLog.objects.of(going.school).filter(page="matching:mentor_slips")
    assert len(row.ids) == 3


def test_three_students_cost_no_more_queries_than_one(going: World, stopped: YearChange) -> None:
    counts, client = [], going.client("孙悦")
    for shifts in (stopped.shifts[:1], stopped.shifts):
        YearChange.objects.of(going.school).filter(pk=stopped.pk).update(shifts=shifts)
        with CaptureQueriesContext(connection) as found:
            client.get(f"/matching/year/changes/{stopped.pk}/slips/")
        counts.append(len(found))
    assert counts[0] == counts[1]
