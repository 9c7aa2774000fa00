import datetime as dt
import uuid

import pytest

from taoli.common import clock
from taoli.handover.models import GraduationBundle
from taoli.handover.services.taking import class_bundle, purge_bundles
from tests.handover.graduating import graduated
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_a_file_is_kept_for_a_day_and_replaced_by_the_next(settled: World) -> None:
    _row, one = graduated(settled)
    made = [class_bundle(by=settled.office, class_id=one.class_id, left_on=str(one.left_on)) for _each in range(2)]
    client = settled.client("孙悦")
    urls = [f"/handover/graduation/files/{row.pk}/" for row in made]
    assert [client.get(url).status_code for url in urls] == [404, 200]
    assert settled.client("钱程").get(urls[1]).status_code == 403
    assert client.get(f"/handover/graduation/files/{uuid.uuid4()}/").status_code == 404
    GraduationBundle.objects.of(settled.school).update(made_at=clock.now() - dt.timedelta(days=2))
    assert client.get(urls[1]).status_code == 404
    assert purge_bundles(school_id=settled.school.pk) == 1
    assert bytes(GraduationBundle.objects.of(settled.school).get(pk=made[1].pk).data) == b""
