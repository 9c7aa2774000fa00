from taoli.oversight.models import StarTitle
from tests.oversight.starring import decided, url
from tests.world import World


def test_the_certificate_names_code_and_where_to_check_it(world: World) -> None:
    award = decided(world)
    title = StarTitle.objects.of(world.school).get()
    page = world.client("王敏").get(url("star_certificate", title.pk)).content.decode()
    for said in ("王敏", "三星导师", "春和区教育局", award.code, url("star_verify")):
        assert said in page
    assert world.client("王敏").get(url("star_certificate", award.pk)).status_code == 404
