from taoli.archive.models import SeatCode
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/seat/codes/"


def test_slips_are_shown_once_and_codes_are_not_kept(settled: World) -> None:
    client = settled.client("李慧")
    form = sent(room=str(settled.classes["高一(1)班"].pk))
    page = client.post(URL, form).content.decode()
    assert "林子涵" in page
    for row in SeatCode.objects.of(settled.school):
        assert row.selector in page
        assert row.digest not in page
    assert client.post(URL, form)["Location"] == URL
    assert SeatCode.objects.of(settled.school).count() == 3


def test_another_class_is_not_offered(settled: World) -> None:
    page = settled.client("李慧").post(URL, sent(room=str(settled.classes["高一(2)班"].pk)))
    assert page.status_code == 200
    assert not SeatCode.objects.of(settled.school).exists()
