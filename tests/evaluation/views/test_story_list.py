import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.evaluation import services
from tests.evaluation.honouring import collected, url, write
from tests.world import World

URL = url("story_list")


@pytest.mark.parametrize("name", ["李慧", "赵国栋", "孙悦", "钱程", "吴考", "何静"])
def test_the_staff_reads_the_collection_and_no_draft(world: World, name: str) -> None:
    collected(world)
    write(world, title="还没写完")
    page = world.client(name).get(URL).content.decode()
    assert "慢一点" in page
    assert "还没写完" not in page


def test_a_kind_narrows_it(world: World) -> None:
    collected(world)
    assert "慢一点" not in world.client("李慧").get(f"{URL}?kind=paper").content.decode()
    assert "慢一点" in world.client("李慧").get(f"{URL}?kind=nonsense").content.decode()


def test_the_office_sees_what_waits_and_the_author_the_own(world: World) -> None:
    story = write(world, title="等一等")
    assert "等一等" in world.client("王敏").get(URL).content.decode()
    services.submit_story(by=world.actor("王敏"), pk=story.pk)
    assert url("story_review", story.pk) in world.client("孙悦").get(URL).content.decode()


@pytest.mark.parametrize("name", ["林子涵", "林母", "郑明"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    client, counts = world.client("李慧"), []
    for more in (1, 2):
        for _each in range(more):
            collected(world)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
