from taoli.neighbourhood.models import StationAppointment
from tests.neighbourhood.station_hands import other_station, station_of
from tests.world import World

URL = "/neighbourhood/appointments/new/"


def test_staff_write_down_what_a_family_asks_for_on_the_telephone(world: World) -> None:
    station, other = station_of(world), other_station(world)
    client = world.client("岳安")
    assert "春和社区辅导站" in client.get(URL).content.decode()
    client.post(URL, {"topic": "talk", "called": "陈先生", "phone": "0571-1234567"})
    row = StationAppointment.objects.of(station.school_id).get()
    assert (row.by_phone, row.station_id, row.wanted) == (True, station.pk, None)
    assert client.get(f"{URL}?station={other.pk}").status_code == 404


def test_a_closed_station_takes_nobody(world: World) -> None:
    station = station_of(world, closed_on="2026-11-01")
    page = world.client("岳安").post(
        f"{URL}?station={station.pk}", {"topic": "talk", "called": "陈先生", "phone": "0571-1234567"}
    )
    assert "已停用" in page.content.decode()
