from tests.neighbourhood.station_hands import other_station, station_of
from tests.world import World


def test_it_prints_the_address_of_the_door(world: World) -> None:
    station = station_of(world)
    page = world.client("岳安").get(f"/neighbourhood/stations/{station.pk}/poster/").content.decode()
    assert "/neighbourhood/door/abcdefghjkmn/" in page
    assert "data:image/svg+xml" in page
    assert "周六 09:00-10:00" in page


def test_a_station_without_an_address_says_what_to_do(world: World) -> None:
    other = other_station(world)
    assert "data:image" not in world.client("郑岚").get(f"/neighbourhood/stations/{other.pk}/poster/").content.decode()
    assert world.client("岳安").get(f"/neighbourhood/stations/{other.pk}/poster/").status_code == 404
