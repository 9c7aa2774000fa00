import datetime as dt

import pytest

from taoli.archive.models import Goal, GoalStep
from tests.archive.growing import aim, goals_url, sent
from tests.world import World

URL = "/archive/goals/write/"


def test_a_goal_with_its_plan_is_written_once(world: World) -> None:
    client, form = world.client("林子涵"), sent(text="读书", step1="借书", by1="2026-12-01", step2="读完")
    for _each in range(2):
        assert client.post(URL, form)["Location"] == goals_url(world)
    goal = Goal.objects.of(world.school).get()
    steps = list(GoalStep.objects.of(world.school).order_by("place").values_list("text", "by_on"))
    assert (goal.text, steps) == ("读书", [("借书", dt.date(2026, 12, 1)), ("读完", None)])


def test_a_change_begins_with_what_stands_there_and_keeps_text_that_lost(world: World) -> None:
    goal, client = aim(world, "读书", "借书"), world.client("林子涵")
    page = client.get(f"{URL}?goal={goal.pk}").content.decode()
    assert "借书" in page
    client.post(f"{URL}?goal={goal.pk}", sent(text="多读书", edit=1, step1="借两本"))
    late = client.post(f"{URL}?goal={goal.pk}", sent(text="另一页写的", edit=1)).content.decode()
    assert "另一页写的" in late
    assert "在别的页面改过了" in late
    assert Goal.objects.of(world.school).get().text == "多读书"


def test_nonsense_is_refused_in_the_form(world: World) -> None:
    client = world.client("林子涵")
    for wrong in ({"text": ""}, {"text": "长" * 10_000}, {"text": "好", "by1": "某天"}):
        assert client.post(URL, sent(**wrong)).status_code == 200
    assert not Goal.objects.of(world.school).exists()


def test_a_goal_of_another_is_not_found(world: World) -> None:
    goal = aim(world)
    goal.student = world.students["周一诺"]
    goal.save(update_fields=["student"])
    assert world.client("林子涵").get(f"{URL}?goal={goal.pk}").status_code == 404


@pytest.mark.parametrize("name", ["王敏", "林母", "孙悦"])
def test_only_students_write_goals(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
