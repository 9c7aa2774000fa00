import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import KEY
from tests.world import World

URL = "/schemes/versions/"


def test_versions_are_listed_newest_first(world: World, published: SchemeVersion) -> None:
    services.revise(by=world.office)
    page = world.client("孙悦").get(URL).content.decode()
    assert page.index("第 2 版") < page.index("第 1 版")
    assert "打开草稿" in page
    assert "第 2 版" not in world.client("王敏").get(URL).content.decode()


def test_without_any_version_the_next_step_is_offered(world: World) -> None:
    assert "选择方案" in world.client("孙悦").get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three(world: World, count: int) -> None:
    for version in range(1, count + 1):
        state = "published" if version == count else "replaced"
        SchemeVersion.objects.create(school=world.school, preset_key=KEY, version=version, title="方案", state=state)
    client = world.client("孙悦")
    client.get(URL)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(URL)
    assert len(queries) <= 8
