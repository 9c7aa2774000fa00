from taoli.neighbourhood.models import Station
from taoli.neighbourhood.queries.stations import posted
from tests.neighbourhood.station_hands import station_of
from tests.world import World

URL = "/neighbourhood/stations/edit/"
SAID = {
    "name": "梅湾家庭教育指导站",
    "kind": "family",
    "street": "梅湾街道",
    "slots": "周六 9:00-11:30\nWed 14:00-15:00",
}


def test_the_officer_enters_a_station_with_times_and_staff(world: World) -> None:
    client = world.client("郑岚")
    assert "岳安" in client.get(URL).content.decode()
    client.post(URL, {**SAID, "staff": [str(world.officers["岳安"].pk)]})
    row = Station.objects.of(world.bureaus["district"]).get(name=SAID["name"])
    assert row.slots == [
        {"weekday": 5, "starts": "09:00", "ends": "11:30"},
        {"weekday": 2, "starts": "14:00", "ends": "15:00"},
    ]
    assert len(row.door) == 12
    assert posted(row) == [world.officers["岳安"].pk]
    there = client.get(f"{URL}?station={row.pk}").content.decode()
    assert "周六 09:00-11:30" in there
    client.post(f"{URL}?station={row.pk}", {**SAID, "slots": "", "edit": row.edit})
    assert posted(row) == []
    answer = client.post(f"{URL}?station={row.pk}", {**SAID, "edit": row.edit})
    assert "刚刚被别人修改过" in answer.content.decode()


def test_a_line_that_is_no_time_and_a_name_twice_are_said(world: World) -> None:
    station_of(world)
    client = world.client("郑岚")
    answer = client.post(URL, {**SAID, "name": "春和社区辅导站", "slots": "周六上午"}).content.decode()
    assert "第 1 行“周六上午”" in answer
    answer = client.post(URL, {**SAID, "name": "春和社区辅导站", "slots": "周六 11:00-9:00"}).content.decode()
    assert "第 1 行" in answer
    assert "已有名为春和社区辅导站的站点" in client.post(URL, {**SAID, "name": "春和社区辅导站"}).content.decode()
    assert Station.objects.of(world.bureaus["district"]).count() == 1


def test_the_citys_officer_finds_no_station_of_a_district(world: World) -> None:
    assert world.client("方远").get(f"{URL}?station={station_of(world).pk}").status_code == 404
    assert world.client("岳安").get(URL).status_code == 403
