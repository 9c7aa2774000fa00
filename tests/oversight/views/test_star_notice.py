from django.test import Client

from taoli.oversight.models import StarEntry, StarRound
from tests.oversight.starring import on_the_wall, opened, url
from tests.world import World


def test_anybody_reads_names_and_schools_and_no_scores_while_it_is_up(world: World) -> None:
    row = on_the_wall(world)
    address = url("star_notice", row.school_id, row.pk)
    answer = Client().get(address)
    page = answer.content.decode()
    for said in ("王敏", "桃李中学", "三星导师", "0000-0000000", "区教育局意见箱"):
        assert said in page
    for secret in ("和孩子们一起慢慢走", "材料属实", "学校同意推荐", "T001", "7.5"):
        assert secret not in page
    assert "noindex" in answer["X-Robots-Tag"]
    rows = StarRound.objects.of(row.school_id)
    rows.update(state="result")
    StarEntry.objects.of(row.school_id).update(left_out=True)
    assert "王敏" not in Client().get(address).content.decode()
    rows.update(state="closed")
    assert Client().get(address).status_code == 404


def test_neither_before_nor_under_another_bureaus_address(world: World) -> None:
    row = opened(world)
    assert Client().get(url("star_notice", row.school_id, row.pk)).status_code == 404
    assert Client().get(url("star_notice", world.bureaus["city"].pk, row.pk)).status_code == 404
