from tests.care.meeting import agree, meet, sent
from tests.world import TODAY, World


def test_the_owner_says_how_it_went_and_may_take_it_back(world: World) -> None:
    action, client = agree(world, meet(world)), world.client("王敏")
    address = f"/care/actions/{action.pk}/settle/"
    client.post(address, sent(outcome="家长愿意配合"))
    action.refresh_from_db()
    assert (action.done_on, action.outcome) == (TODAY, "家长愿意配合")
    client.post(address, sent(do="reopen"))
    action.refresh_from_db()
    assert action.done_on is None


def test_nobody_settles_anothers_and_a_struck_one_is_told(world: World) -> None:
    action = agree(world, meet(world))
    address = f"/care/actions/{action.pk}/settle/"
    assert world.client("李慧").post(address, sent()).status_code == 404
    type(action).objects.of(world.school).update(dropped_at="2026-11-23T10:00:00+08:00")
    assert "已划去" in world.client("王敏").post(address, sent(), follow=True).content.decode()
