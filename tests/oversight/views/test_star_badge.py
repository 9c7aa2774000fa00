from taoli.oversight.models import StarTitle
from tests.oversight.starring import decided, url
from tests.world import World


def test_the_badge_is_a_signed_token(world: World) -> None:
    award = decided(world)
    title = StarTitle.objects.of(world.school).get()
    answer = world.client("王敏").get(url("star_badge", title.pk))
    assert answer["Content-Type"] == "application/vc+jwt"
    assert answer.content.decode() == award.badge
    assert answer.content.count(b".") == 2
    assert world.client("王敏").get(url("star_badge", award.pk)).status_code == 404
