import pytest

from taoli.evaluation.models import StarLadder
from tests.evaluation.honouring import published, sent, url
from tests.evaluation.queries.test_honours import STARS
from tests.world import World

URL = url("star_settings")


def test_levels_are_typed_one_a_line_and_come_back(world: World) -> None:
    client = world.client("孙悦")
    client.post(URL, sent(label="星级导师", levels="一星：培训满 8 课时；案例一篇\n二星", edit=0))
    row = StarLadder.objects.of(world.school).get()
    assert [(one["label"], one["criteria"]) for one in row.levels] == [
        ("一星", ["培训满 8 课时", "案例一篇"]),
        ("二星", []),
    ]
    assert "一星：培训满 8 课时；案例一篇" in client.get(URL).content.decode()
    assert "刚被别人改过" in client.post(URL, sent(label="星", levels="一星", edit=0)).content.decode()


@pytest.mark.parametrize("line", ["：没有名字", "一" * 41, "一星：" + "长" * 81])
def test_a_line_that_cannot_be_read_is_named(world: World, line: str) -> None:
    assert "没有读懂" in world.client("孙悦").post(URL, sent(label="星", levels=line, edit=0)).content.decode()
    assert not StarLadder.objects.of(world.school).exists()


def test_the_schemes_own_ladder_is_told_and_others_are_kept_out(world: World) -> None:
    published(world, STARS)
    assert "方案已有星级" in world.client("孙悦").get(URL).content.decode()
    assert world.client("吴考").get(URL).status_code == 403
