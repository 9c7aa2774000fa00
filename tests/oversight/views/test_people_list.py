from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import Role
from taoli.oversight.services.people import welcome
from tests.world import World

URL = "/oversight/people/"


def test_people_stand_there_with_their_roles_and_one_can_leave(world: World) -> None:
    client = world.client("郑岚")
    page = client.get(URL).content.decode()
    for name in ("郑岚", "宋评", "岳安"):
        assert name in page
    assert "方远" not in page
    page = client.post(URL, {"person": str(world.officers["宋评"].pk)}, follow=True).content.decode()
    assert "宋评" not in page
    for wrong in (str(world.officers["郑岚"].pk), "x", ""):
        page = client.post(URL, {"person": wrong}).content.decode()
        assert "其他人" in page
        assert "角色已结束" not in page


def test_it_takes_as_many_queries_for_more_people(world: World) -> None:
    client, counts = world.client("郑岚"), []
    for names in ((), ("任清如", "邓一舟")):
        for name in names:
            welcome(by=world.actor("郑岚"), name=name, role=Role.REVIEWER)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
