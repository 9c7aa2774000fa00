from tests.oversight.sharing import handed
from tests.oversight.training import sent, url
from tests.world import World


def test_the_whole_staff_reads_it_and_a_count_is_no_rank(world: World) -> None:
    row = handed(world)
    here = url("exchange_show", row.pk)
    assert world.client("李慧").get(here).status_code == 404
    world.client("郑岚").post(url("shared_review", row.pk), sent(answer="", edit=row.edit))
    page = world.client("李慧").get(here).content.decode()
    assert "某同学第一次来时不说话" in page
    assert "对我们有用" not in page
    assert "对我们有用" in world.client("孙悦").get(here).content.decode()
    world.client("孙悦").post(url("exchange_useful", row.pk), sent())
    assert "1 所学校觉得有用" in world.client("李慧").get(here).content.decode()
    assert world.client("郑岚").get(here).status_code == 403
