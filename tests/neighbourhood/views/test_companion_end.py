from taoli.neighbourhood.models import CompanionPair
from tests.neighbourhood.views.test_my_students import give
from tests.world import START, World


def test_from_today_on_the_student_is_not_seen_any_more(world: World) -> None:
    pair = give(world, "赵思源")
    url = f"/neighbourhood/companions/pairs/{pair.pk}/end/"
    assert world.client("老秦").post(url).status_code == 403
    assert world.client("孙悦").post(url).status_code == 302
    assert "赵思源" not in world.client("老秦").get("/neighbourhood/mine/").content.decode()
    CompanionPair.objects.of(world.school).update(ends=START)
    assert world.client("孙悦").post(url).status_code == 302
    assert CompanionPair.objects.of(world.school).get().ends == START
    assert world.client("孙悦").post(f"/neighbourhood/companions/pairs/{world.school.pk:032}/end/").status_code == 404
