import uuid
from typing import Any

from django.test import Client

from taoli.common import guessing
from taoli.neighbourhood.models import StationAppointment
from tests.neighbourhood.station_hands import family, local, station_of
from tests.world import World

URL = "/neighbourhood/door/abcdefghjkmn/"
SAID = {"topic": "mood", "called": "林女士", "phone": "139 0000 2222", "question": "晚上睡不着"}
FROM: Any = {"REMOTE_ADDR": "203.0.113.7"}


def test_a_family_books_without_an_account_or_a_childs_name(world: World) -> None:
    station = station_of(world)
    client = Client()
    page = client.get(URL).content.decode()
    assert "春和社区辅导站" in page
    assert "只有本站工作人员" in page
    assert page.count("<option") == 5  # any time, and four half hours on two Saturdays
    op = str(uuid.uuid4())
    for _twice in range(2):
        answer = client.post(URL, {**SAID, "wanted": "2026-11-28T09:30:00+08:00", "op": op})
        assert answer.status_code == 302
    row = StationAppointment.objects.of(station.school_id).get()
    assert (row.called, row.state, local(row.wanted)) == ("林女士", "asked", "11-28 09:30")
    assert "会打电话" in client.get(f"{URL}?done=1").content.decode()
    assert client.get(URL).content.decode().count("<option") == 4


def test_bad_input_is_said_and_nothing_kept(world: World) -> None:
    station = station_of(world)
    client = Client()
    page = client.post(URL, {**SAID, "phone": "abc", "called": ""}).content.decode()
    assert "不像电话号码" in page
    assert "晚上睡不着" in page
    assert "另选一个" in client.post(URL, {**SAID, "wanted": "2026-11-29T09:30:00+08:00"}).content.decode()
    client.post(URL, {**SAID, "wanted": "tomorrow"})
    assert not StationAppointment.objects.of(station.school_id).exists()


def test_one_telephone_has_two_at_most_and_one_network_few(world: World) -> None:
    guessing.forget()
    station = station_of(world)
    for _n in range(2):
        family(station, phone=SAID["phone"])
    assert "请直接打电话" in Client().post(URL, SAID, **FROM).content.decode()
    for n in range(30):
        last = Client().post(URL, {**SAID, "phone": f"139 1111 {n:04}"}, **FROM)
    assert "请五分钟后再试" in last.content.decode()
    assert StationAppointment.objects.of(station.school_id).count() < 25
    guessing.forget()


def test_a_wrong_address_and_a_closed_station_say_the_same(world: World) -> None:
    station = station_of(world, closed_on="2026-11-01")
    assert Client().get(URL).status_code == 404
    assert Client().get("/neighbourhood/door/nothing/").status_code == 404
    assert station.name not in Client().get(URL).content.decode()
