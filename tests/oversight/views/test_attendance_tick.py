from taoli.oversight.models import CoursePlace
from tests.oversight.training import begun, sent, session, url
from tests.world import World


def test_ticked_once_though_sent_twice_and_not_before_the_day(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏", "李慧")
    pks = [str(one.pk) for one in CoursePlace.objects.of(world.bureaus["district"]).order_by("number")[:1]]
    said = sent(present=pks)
    for _each in range(2):
        assert client.post(url("attendance_tick", row.pk), said)["Location"] == url("session_show", row.pk)
    there = CoursePlace.objects.of(world.bureaus["district"]).exclude(present_at=None)
    assert [one.name for one in there] == ["王敏"]
    assert client.post(url("attendance_tick", session(world).pk), sent()).status_code == 409
    assert world.client("方远").post(url("attendance_tick", row.pk), sent()).status_code == 404
