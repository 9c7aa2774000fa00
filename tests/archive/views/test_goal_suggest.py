from taoli.archive.models import Goal
from tests.archive.growing import goals_url, sent
from tests.world import World


def test_the_mentor_suggests_once(world: World) -> None:
    client, form = world.client("王敏"), sent(text="早睡")
    for _each in range(2):
        assert client.post(f"{goals_url(world)}suggest/", form)["Location"] == goals_url(world)
    goal = Goal.objects.of(world.school).get()
    assert (goal.state, goal.suggested_by_id) == ("suggested", world.staff["王敏"].pk)


def test_a_fourth_that_waits_is_refused_in_words(world: World) -> None:
    client = world.client("王敏")
    for place in range(3):
        client.post(f"{goals_url(world)}suggest/", sent(text=f"建议{place}"))
    assert "已有几条建议" in client.post(f"{goals_url(world)}suggest/", sent(text="再一条")).content.decode()


def test_another_mentors_student_is_not_found(world: World) -> None:
    assert world.client("王敏").get(f"{goals_url(world, '孙浩然')}suggest/").status_code == 404
