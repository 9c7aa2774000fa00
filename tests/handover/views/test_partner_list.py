import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.handover.models import ExchangeKey, Partner
from tests.handover.sending import Two, form
from tests.world import World

URL = "/handover/partners/"


def test_the_keys_are_made_once_and_sealed(world: World) -> None:
    office = world.client("孙悦")
    assert "生成密钥" in office.get(URL).content.decode()
    for _again in range(2):
        office.post(URL, form())
    row = ExchangeKey.objects.of(world.school).get()
    page = office.get(URL).content.decode()
    assert "taoli-school." in page
    assert row.sign_key not in row.sealed
    assert "还没有伙伴学校" in page


def test_schools_with_their_state(both: Two) -> None:
    page = both.world.client("孙悦").get(URL).content.decode()
    assert "邻校" in page
    assert "已核对" in page


@pytest.mark.parametrize("name", ["王敏", "钱程", "郑明", "林母"])
def test_nobody_else_opens_it(both: Two, name: str) -> None:
    assert both.world.client(name).get(URL).status_code == 403


def test_it_takes_as_many_queries_for_three_schools_as_for_one(both: Two) -> None:
    client, counts = both.world.client("孙悦"), []
    for more in ((), ("a", "b")):
        for code in more:
            Partner.objects.create(
                school=both.world.school,
                code=code,
                name=code,
                sign_key=both.partner.sign_key,
                box_key=both.partner.box_key,
                added_at=both.partner.added_at,
            )
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
