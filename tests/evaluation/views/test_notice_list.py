import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.evaluation import services
from taoli.evaluation.models import HonourNotice
from tests.evaluation.honouring import notice, published, url
from tests.evaluation.queries.test_honours import FIRST, STARS
from tests.world import World

URL = url("notice_list")


def test_the_office_is_offered_the_honours_of_the_published_appraisal(world: World) -> None:
    run = published(world, FIRST, STARS)
    page = world.client("孙悦").get(URL).content.decode()
    assert url("notice_edit", run.pk, "best") in page
    assert url("notice_edit", run.pk, "stars") not in page


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "钱程", "吴考", "何静"])
def test_the_staff_sees_what_is_up_and_no_draft(world: World, name: str) -> None:
    row = notice(world, posted=False)
    assert "优秀导师" not in world.client(name).get(URL).content.decode()
    services.post_notice(by=world.office, pk=row.pk)
    assert "优秀导师" in world.client(name).get(URL).content.decode()


@pytest.mark.parametrize("name", ["林子涵", "林母", "郑明"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_an_empty_list_says_why(world: World) -> None:
    assert "考核公布之后" in world.client("孙悦").get(URL).content.decode()
    assert "德育处公示之后" in world.client("王敏").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_as_for_one(world: World) -> None:
    row = notice(world)
    client, counts = world.client("王敏"), []
    for more in (0, 2):
        for _each in range(more):
            HonourNotice.objects.create(
                school=world.school,
                run=row.run,
                honour=row.honour,
                label=row.label,
                starts=row.starts,
                until=row.until,
                state="posted",
                created_at=row.created_at,
            )
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
