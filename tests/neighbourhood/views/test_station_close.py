from taoli.neighbourhood.models import StationAppointment
from tests.neighbourhood.station_hands import family, other_station, station_of
from tests.world import World


def test_it_is_refused_with_the_number_while_families_wait(world: World) -> None:
    station = station_of(world)
    family(station)
    family(station, state="done")
    client, url = world.client("郑岚"), f"/neighbourhood/stations/{station.pk}/close/"
    page = client.get(url).content.decode()
    assert "还有 1 个家庭" in page
    assert "林女士" not in page
    assert "13900001111" not in page
    assert "还有 1 个家庭" in client.post(url, {"deed": "close"}).content.decode()
    station.refresh_from_db()
    assert station.closed_on is None


def test_families_are_moved_to_another_station_and_then_it_closes(world: World) -> None:
    station, other = station_of(world), other_station(world)
    row = family(station, state="agreed", agreed="2026-11-28T09:00+08:00")
    client, url = world.client("郑岚"), f"/neighbourhood/stations/{station.pk}/close/"
    client.post(url, {"deed": "move", "to": str(other.pk)})
    row.refresh_from_db()
    assert (row.station_id, row.state, row.agreed) == (other.pk, "asked", None)
    client.post(url, {"deed": "close"})
    station.refresh_from_db()
    assert station.closed_on is not None
    assert world.client("岳安").get(f"/neighbourhood/appointments/{row.pk}/").status_code == 404
    client.post(url, {"deed": "open"})
    station.refresh_from_db()
    assert station.closed_on is None


def test_families_are_cancelled_with_words_for_the_telephone(world: World) -> None:
    station = station_of(world)
    row = family(station)
    client, url = world.client("郑岚"), f"/neighbourhood/stations/{station.pk}/close/"
    client.post(url, {"deed": "cancel", "told": ""})
    assert StationAppointment.objects.of(station.school_id).get().state == "asked"
    client.post(url, {"deed": "cancel", "told": "本站下周起停用，请拨打街道电话"})
    row.refresh_from_db()
    assert (row.state, row.told) == ("cancelled", "本站下周起停用，请拨打街道电话")
    assert "本站下周起停用" in world.client("岳安").get(f"/neighbourhood/appointments/{row.pk}/").content.decode()
