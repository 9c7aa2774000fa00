from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.models import CoursePlace
from tests.oversight.training import begun, sent, session, signed_up, url
from tests.world import World


def test_it_goes_from_plan_to_hours_with_a_word_for_each_step(world: World) -> None:
    client, row = world.client("郑岚"), session(world, "planned")
    here, move = url("session_show", row.pk), url("session_move", row.pk)
    assert "学校还看不到" in client.get(here).content.decode()
    client.post(move, sent(to="open"))
    signed_up(world, row, "王敏", "李慧", "陈立", "周宁")
    text = client.get(here).content.decode()
    assert "开始签到" in text
    assert "候补" in text
    client.post(move, sent(to="held"))
    assert "投影签到码" in client.get(here).content.decode()
    pks = [one.pk for one in CoursePlace.objects.of(world.bureaus["district"]).filter(state="booked")]
    client.post(url("attendance_tick", row.pk), sent(present=[str(pks[0]), "nonsense"]))
    assert "纸质签到" in client.get(here).content.decode()
    client.post(move, sent(to="closed"))
    assert "重新送达" in client.get(here).content.decode()
    assert world.client("方远").get(here).status_code == 404


def test_it_takes_as_many_queries_for_three_people_as_for_one(world: World) -> None:
    client, row, counts = world.client("郑岚"), session(world, seats=9), []
    for names in (("王敏",), ("李慧", "陈立")):
        signed_up(world, row, *names)
        with CaptureQueriesContext(connection) as caught:
            client.get(url("session_show", row.pk))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_called_off_it_says_so(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏")
    client.post(url("session_move", row.pk), sent(to="cancelled"))
    text = client.get(url("session_show", row.pk)).content.decode()
    assert "不举行了，已通知报名的人" in text
    assert "报名的人都会收到通知" in text
