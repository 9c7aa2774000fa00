import io

from PIL import Image

from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.handover.models import ReceivedEntry, ReceivedFile
from tests.handover.sending import Two
from tests.handover.views.test_received_list import typed


def test_a_picture_that_came_along_is_shown_and_logged(both: Two) -> None:
    typed(both)
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    row = ReceivedFile.objects.create(
        school=both.world.school,
        entry=ReceivedEntry.objects.of(both.world.school).get(),
        name="a.jpg",
        media_type="image/jpeg",
        size=1,
        data=out.getvalue(),
        added_at=clock.now(),
    )
    url = f"/handover/received/{row.pk}/"
    answer = both.world.client("王敏").get(url)
    assert answer["Content-Type"] == "image/jpeg"
    assert ViewLog.objects.of(both.world.school).filter(noun="handover.received_file").count() == 1
    page = both.world.client("王敏").get(f"/handover/students/{both.world.students['林子涵'].pk}/received/")
    assert url in page.content.decode()
    assert both.world.client("林母").get(url).status_code == 403
    assert both.world.client("王敏").get(f"/handover/received/{both.partner.pk}/").status_code == 404
