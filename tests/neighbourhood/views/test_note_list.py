from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.neighbourhood.models import CompanionNote
from tests.neighbourhood.views.test_my_students import give
from tests.world import TODAY, World

URL = "/neighbourhood/notes/"


def noted(world: World, name: str, text: str) -> CompanionNote:
    known = {"pair": give(world, name), "held_on": TODAY, "kind": "meeting", "written_at": clock.now()}
    return CompanionNote.objects.create(school=world.school, text=text, **known)


def test_mentor_homeroom_and_office_read_their_own_reach_and_it_is_logged(world: World) -> None:
    noted(world, "赵思源", "一起练字")
    noted(world, "孙浩然", "一起下棋")
    noted(world, "吴桐", "一起看展")
    seen = {name: world.client(name).get(URL).content.decode() for name in ("王敏", "李慧", "孙悦")}
    words = {name: [one for one in ("练字", "下棋", "看展") if one in page] for name, page in seen.items()}
    assert words == {"王敏": ["练字"], "李慧": ["下棋"], "孙悦": ["练字", "下棋", "看展"]}
    assert ViewLog.objects.filter(school=world.school, noun="neighbourhood.companion_note").count() == 3
    assert [world.client(name).get(URL).status_code for name in ("老秦", "钱程", "郑岚", "林母")] == [403] * 4


def test_it_takes_as_many_queries_for_three_notes_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("赵思源",), ("钱多多", "吴桐")):
        for name in names:
            noted(world, name, "一起练字")
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
