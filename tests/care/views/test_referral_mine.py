from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services.referrals import Advice, advise
from tests.care.counselling import WHY, in_care, referred
from tests.world import World

URL = "/care/referrals/mine/"


def test_one_sees_the_own_referrals_with_state_and_advice_but_never_the_reason(world: World) -> None:
    row = in_care(world)
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("watch", "课间多打个招呼"))
    page = world.client("王敏").get(URL).content.decode()
    assert "林子涵" in page
    assert "课间多打个招呼" in page
    assert WHY not in page


def test_what_a_colleague_has_referred_is_not_there(world: World) -> None:
    referred(world, "林子涵", "李慧")
    page = world.client("王敏").get(URL).content.decode()
    assert "还没有转介过" in page


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("王敏"), []
    for names in (("林子涵",), ("周一诺", "赵思源")):
        for name in names:
            referred(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
