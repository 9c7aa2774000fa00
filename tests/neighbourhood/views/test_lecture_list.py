from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.neighbourhood.evenings import evening
from tests.world import World

URL = "/neighbourhood/evenings/"


def test_each_sees_the_plan_of_the_own_reach_and_what_the_own_class_had(world: World) -> None:
    evening(world, "高一(1)班", theme="听孩子说话")
    evening(world, "高二(1)班", theme="选科怎么选", mentor=world.staff["周宁"])
    seen = {name: world.client(name).get(URL).content.decode() for name in ("孙悦", "李慧", "赵国栋", "王敏")}
    themes = {name: [one for one in ("听孩子", "选科") if one in page] for name, page in seen.items()}
    assert themes == {"孙悦": ["听孩子", "选科"], "李慧": ["听孩子"], "赵国栋": ["听孩子"], "王敏": ["听孩子"]}
    assert "高一(2)班" in seen["孙悦"]
    assert "高一(2)班" not in seen["李慧"]
    assert "planned or held" not in seen["孙悦"]
    assert [world.client(name).get(URL).status_code for name in ("老秦", "林母", "郑岚", "何静")] == [403] * 4


def test_it_takes_as_many_queries_for_three_evenings_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for more in (1, 2):
        for _n in range(more):
            evening(world)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_an_empty_term_says_what_the_evenings_are(world: World) -> None:
    assert "还没有安排" in world.client("孙悦").get(URL).content.decode()
