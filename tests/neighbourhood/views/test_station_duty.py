from taoli.neighbourhood.models import StationDuty
from tests.neighbourhood.station_hands import other_station, station_of
from tests.world import World

URL = "/neighbourhood/stations/duty/"
SAID = {"day": "2026-11-28", "hours": "9:00–11:30", "social": "秦老师（书法）", "mentors": "桃李中学 王老师"}


def test_staff_put_a_day_on_the_roster_of_their_own_station_only(world: World) -> None:
    station, other = station_of(world), other_station(world)
    client = world.client("岳安")
    client.post(URL, {**SAID, "station": str(other.pk)})
    assert not StationDuty.objects.of(station.school_id).exists()
    client.post(URL, {**SAID, "station": str(station.pk)})
    assert "秦老师（书法）" in client.get(URL).content.decode()
    assert "秦老师（书法）" in world.client("郑岚").get("/neighbourhood/stations/").content.decode()
