import re

from taoli.common.models import Area
from taoli.schemes import services
from tests.engine.examples import taigu
from tests.oversight.base_facts import own_scheme, published
from tests.world import World


def test_less_more_and_open_stand_apart_with_both_values_and_the_clause(world: World) -> None:
    base = published(world)
    own_scheme(world, duties__individual__per="term", title="我校方案")
    client, url = world.client("孙悦"), f"/oversight/proposals/{base.pk}/"
    for address in ("/schemes/", "/schemes/versions/", "/schemes/presets/"):
        assert re.search(f'<a [^>]*href="{url}"', client.get(address).content.decode()), address
    page = client.get(url)
    text = page.content.decode()
    assert "要求的是每月 1 次，改成每学期 1 次就低了" in text
    assert "对每名学生每月至少一次个别指导" in text
    assert "我校方案" in text
    assert (len(page.context["found"]["conflicts"]), page.context["left"]) == (1, 1)
    principal = world.client("钱程").get(url).content.decode()
    assert "要求的是每月 1 次" in principal
    assert "采用为草稿</button>" not in principal


def test_a_school_without_a_scheme_sees_what_the_base_asks(world: World) -> None:
    page = world.client("孙悦").get(f"/oversight/proposals/{published(world).pk}/").content.decode()
    assert "学校还没有方案" in page
    assert "1 处须遵守" in page


def test_another_areas_base_and_an_older_version_are_not_found(world: World) -> None:
    far = Area.objects.create(name="别的区", kind="district")
    strange = services.publish_base(area=far, scheme=taigu(), binding=[])
    old = published(world)
    published(world)
    client = world.client("孙悦")
    for base in (strange, old):
        for page in ("", "decline/"):
            assert client.get(f"/oversight/proposals/{base.pk}/{page}").status_code == 404
        for page in ("take/", "tell/"):
            assert client.post(f"/oversight/proposals/{base.pk}/{page}").status_code == 404
