import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import cheer_goal, close_goal, suggest_goal
from taoli.common.models import ViewLog
from tests.archive.growing import aim, goals_url
from tests.guidance.reporting import change_mentor
from tests.world import World


def test_the_student_sees_goals_plan_suggestion_and_encouragement(world: World) -> None:
    goal = aim(world, "每天读半小时书", "去图书馆借书")
    suggest_goal(by=world.actor("王敏"), student_id=goal.student_id, text="早睡")
    cheer_goal(by=world.actor("王敏"), pk=goal.pk, text="我也在读")
    page = world.client("林子涵").get(goals_url(world)).content.decode()
    for words in ("每天读半小时书", "去图书馆借书", "早睡", "我要这个目标", "王老师的话", "我也在读"):
        assert words in page


@pytest.mark.parametrize(("name", "logged"), [("王敏", 0), ("李慧", 1), ("林母", 1)])
def test_mentor_homeroom_teacher_and_family_read_and_others_readings_are_logged(
    world: World, name: str, logged: int
) -> None:
    aim(world)
    page = world.client(name).get(goals_url(world)).content.decode()
    assert "每天读半小时书" in page
    assert "/move/" not in page
    assert ViewLog.objects.of(world.school).filter(noun="archive.goal").count() == logged


@pytest.mark.parametrize(
    ("name", "code"), [("孙悦", 403), ("钱程", 403), ("赵国栋", 403), ("郑明", 403), ("吴考", 403)]
)
def test_office_leaders_and_administrator_do_not_open_the_words(world: World, name: str, code: int) -> None:
    assert world.client(name).get(goals_url(world)).status_code == code


@pytest.mark.parametrize(("name", "student"), [("林子涵", "周一诺"), ("王敏", "孙浩然"), ("林母", "周一诺")])
def test_a_student_beyond_reach_is_not_found(world: World, name: str, student: str) -> None:
    assert world.client(name).get(goals_url(world, student)).status_code == 404


def test_after_a_change_of_mentor_and_another_school_it_is_not_found(world: World) -> None:
    assert world.stranger is not None
    change_mentor(world, "林子涵", "陈立")
    assert world.client("王敏").get(goals_url(world)).status_code == 404
    assert world.client("王敏").get(f"/archive/students/{world.stranger.pk}/goals/").status_code == 404


def test_what_was_declined_the_family_does_not_see(world: World) -> None:
    goal = aim(world, "已经做到的")
    close_goal(by=world.actor("林子涵"), pk=goal.pk, reached=True, outcome="真的做到了")
    row = suggest_goal(by=world.actor("王敏"), student_id=goal.student_id, text="不想要的")
    world.client("林子涵").post(f"/archive/goals/{row.pk}/move/", {"do": "decline"})
    page = world.client("林母").get(goals_url(world)).content.decode()
    assert "真的做到了" in page
    assert "不想要的" not in page


def test_it_takes_as_many_queries_for_three_goals_as_for_one(world: World) -> None:
    client, counts = world.client("林子涵"), []
    for more in (1, 2):
        for place in range(more):
            aim(world, f"目标{more}{place}", "一步", "两步")
        with CaptureQueriesContext(connection) as caught:
            client.get(goals_url(world))
        counts.append(len(caught))
    assert counts[0] == counts[1]
