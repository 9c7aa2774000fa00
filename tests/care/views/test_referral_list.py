import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services.sessions import add_session
from taoli.common import clock
from tests.care.counselling import WHY, in_care, referred
from tests.world import World

URL = "/care/referrals/"


def test_the_most_urgent_stands_first_and_the_reason_is_not_there(world: World) -> None:
    referred(world, "林子涵", urgency="3_routine")
    referred(world, "周一诺", urgency="1_now")
    page = world.client("何静").get(URL).content.decode()
    assert page.index("周一诺") < page.index("林子涵")
    assert WHY not in page


def test_whom_the_counsellor_has_taken_on_and_the_next_appointment_stand_there(world: World) -> None:
    row = in_care(world)
    add_session(by=world.actor("何静"), pk=row.pk, starts=clock.now().replace(hour=15), place="心理室")
    page = world.client("何静").get(URL).content.decode()
    assert "在我这里" in page
    assert "心理室" in page


def test_an_empty_list_says_why_and_what_can_be_done(world: World) -> None:
    assert "登记学生" in world.client("何静").get(URL).content.decode()


def test_the_counsellor_begins_here(world: World) -> None:
    assert world.client("何静").get("/", follow=True).redirect_chain[-1][0] == URL


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程", "吴考", "郑明", "林子涵", "林母"])
def test_nobody_else_sees_the_waiting_list(world: World, name: str) -> None:
    referred(world)
    assert world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("何静"), []
    for names in (("林子涵",), ("周一诺", "赵思源")):
        for name in names:
            referred(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
