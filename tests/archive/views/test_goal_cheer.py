from taoli.archive.models import Goal
from tests.archive.growing import aim, sent
from tests.guidance.reporting import change_mentor
from tests.world import World


def test_an_encouragement_is_written_and_taken_back(world: World) -> None:
    goal, client = aim(world), world.client("王敏")
    for text in ("我陪你", ""):
        client.post(f"/archive/goals/{goal.pk}/cheer/", sent(text=text))
        assert Goal.objects.of(world.school).get().cheer == text


def test_a_long_one_is_refused_in_words(world: World) -> None:
    goal = aim(world)
    page = world.client("王敏").post(f"/archive/goals/{goal.pk}/cheer/", sent(text="好" * 101), follow=True)
    assert "最多 100 个字" in page.content.decode()


def test_the_mentor_before_does_not_find_it(world: World) -> None:
    goal = aim(world)
    change_mentor(world, "林子涵", "陈立")
    assert world.client("王敏").post(f"/archive/goals/{goal.pk}/cheer/", sent(text="好")).status_code == 404
