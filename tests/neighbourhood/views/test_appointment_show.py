from taoli.common.models import ViewLog
from tests.neighbourhood.station_hands import family, local, other_station, station_of
from tests.world import World


def test_every_opening_is_logged_and_nobody_else_gets_in(world: World) -> None:
    row = family(station_of(world))
    url = f"/neighbourhood/appointments/{row.pk}/"
    page = world.client("岳安").get(url).content.decode()
    assert "晚上睡不着" in page
    assert "13900001111" in page
    logged = ViewLog.objects.filter(school=world.bureaus["district"], noun="neighbourhood.appointment")
    assert [one.ids for one in logged] == [[str(row.pk)]]
    assert [world.client(name).get(url).status_code for name in ("郑岚", "方远", "王敏", "老秦")] == [403] * 4
    far = family(other_station(world))
    assert world.client("岳安").get(f"/neighbourhood/appointments/{far.pk}/").status_code == 404


def test_asked_agreed_done_with_a_note(world: World) -> None:
    row = family(station_of(world))
    client, url = world.client("岳安"), f"/neighbourhood/appointments/{row.pk}/"
    past = client.post(url, {"deed": "agree", "day": "2026-11-20", "at": "09:00", "edit": 0})
    assert "已经过去" in past.content.decode()
    client.post(url, {"deed": "agree", "day": "2026-11-28", "at": "09:00", "edit": 0})
    row.refresh_from_db()
    assert (row.state, local(row.agreed)) == ("agreed", "11-28 09:00")
    stale = client.post(url, {"deed": "settle", "to": "not_come", "words": "", "edit": 0})
    assert "同事刚刚修改过" in stale.content.decode()
    silent = client.post(url, {"deed": "settle", "to": "done", "words": "", "edit": 1})
    assert "用一句话" in silent.content.decode()
    client.post(url, {"deed": "settle", "to": "done", "words": "一起定了睡前半小时", "edit": 1})
    row.refresh_from_db()
    assert (row.state, row.note, row.told) == ("done", "一起定了睡前半小时", "")
    client.post(url, {"deed": "settle", "to": "cancelled", "words": "", "edit": 2})
    row.refresh_from_db()
    assert row.state == "done"
