import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.evaluation import services
from tests.evaluation.honouring import LADDER, applied, published, url
from tests.evaluation.queries.test_honours import STARS
from tests.world import World

URL = url("star_list")


def test_a_mentor_sees_levels_and_the_own_applications(world: World) -> None:
    published(world, STARS)
    applied(world, "陈立")
    page = world.client("王敏").get(URL).content.decode()
    assert "听课十节" in page
    assert url("star_apply") in page
    assert "陈立" not in page
    assert "陈立" in world.client("吴考").get(URL).content.decode()


def test_without_a_ladder_the_office_is_offered_one(world: World) -> None:
    published(world)
    assert url("star_settings") in world.client("孙悦").get(URL).content.decode()
    assert "都没有设星级" in world.client("王敏").get(URL).content.decode()


def test_before_an_appraisal_the_own_ladder_can_be_read(world: World) -> None:
    services.set_ladder(by=world.office, label="星级导师", levels=LADDER, edit=0)
    assert "培训满 2 课时" in world.client("王敏").get(URL).content.decode()


@pytest.mark.parametrize("name", ["李慧", "何静", "林母"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    run = published(world, STARS)
    client, counts = world.client("孙悦"), []
    for names in (("王敏",), ("陈立", "李慧")):
        for name in names:
            services.apply_for_star(
                by=world.office,
                run=run,
                mentor=world.staff[name],
                said=services.Application(1, (), (), ""),
            )
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
