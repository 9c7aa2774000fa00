from taoli.neighbourhood.models import CompanionNote
from tests.neighbourhood.views.test_my_students import give
from tests.world import START, TODAY, World

SAID = {"held_on": str(TODAY), "kind": "activity", "text": "一起临了一张欧体"}


def test_a_social_mentor_writes_down_what_was_done(world: World) -> None:
    pair = give(world, "赵思源")
    client, url = world.client("老秦"), f"/neighbourhood/mine/{pair.pk}/"
    client.post(url, SAID)
    assert "一起临了一张欧体" in client.get(url).content.decode()
    client.post(url, {**SAID, "held_on": "2026-12-01"})
    client.post(url, {**SAID, "held_on": "2026-08-01"})
    assert CompanionNote.objects.of(world.school).count() == 1


def test_an_ended_pairing_an_old_check_and_strangers_are_not_found(world: World) -> None:
    pair, ended = give(world, "赵思源"), give(world, "钱多多", ends=START)
    client = world.client("老秦")
    assert client.get(f"/neighbourhood/mine/{ended.pk}/").status_code == 404
    world.guests["老秦"].vetted_on = None
    world.guests["老秦"].save()
    assert client.post(f"/neighbourhood/mine/{pair.pk}/", SAID).status_code == 404
    assert world.client("王敏").get(f"/neighbourhood/mine/{pair.pk}/").status_code == 403
