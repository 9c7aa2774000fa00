from tests.matching.year import live
from tests.world import World

URL = "/matching/year/"


def test_the_menu_counts_what_waits_and_lists_what_was_done(going: World, stopped: object) -> None:
    page = going.client("孙悦").get(URL).content.decode()
    assert "更换导师" in page
    assert "3 名学生" in page
    assert live(going, "林子涵").mentor_id == going.staff["李慧"].pk


def test_only_the_office_opens_it(going: World) -> None:
    assert [going.client(name).get(URL).status_code for name in ("王敏", "李慧", "钱程", "林子涵")] == [403] * 4
