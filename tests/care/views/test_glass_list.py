from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.services.sealed import end_glass
from tests.care.counselling import REASON, broken, in_care, noted
from tests.world import World

URL = "/care/glass/"


def test_asker_and_second_person_see_it_at_once_the_counsellor_afterwards(world: World) -> None:
    in_care(world)
    noted(world)
    row = broken(world)
    world.client("钱程").get(f"/care/glass/{row.pk}/")
    assert [REASON in world.client(name).get(URL).content.decode() for name in ("钱程", "孙悦", "何静")] == [
        True,
        True,
        False,
    ]
    end_glass(by=world.actor("孙悦"), pk=row.pk)
    page = world.client("何静").get(URL).content.decode()
    for words in (REASON, "钱程", "1 次"):
        assert words in page


def test_others_see_nothing_of_it(world: World) -> None:
    broken(world)
    assert "没有打开过" in world.client("王敏").get(URL).content.decode()
    assert world.client("郑明").get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("钱程"), []
    for names in (("林子涵",), ("周一诺", "赵思源")):
        for name in names:
            broken(world, name)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
