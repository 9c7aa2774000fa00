import uuid

import pytest

from taoli.archive.models import Goal, GoalStep
from taoli.archive.queries.goals import goals_of
from taoli.archive.services import (
    PlanStep,
    change_goal,
    cheer_goal,
    close_goal,
    reopen_goal,
    set_goal,
    suggest_goal,
    take_goal,
    tick_step,
)
from taoli.common.errors import ConflictError, TaoliError
from tests.archive.growing import aim
from tests.world import TODAY, World


def test_three_goals_at_once_and_no_fourth(world: World) -> None:
    goals = [aim(world, f"目标{place}") for place in range(3)]
    with pytest.raises(TaoliError, match="三个目标就够了"):
        aim(world, "第四个")
    close_goal(by=world.actor("林子涵"), pk=goals[0].pk, reached=True, outcome="做到了")
    aim(world, "第四个")
    with pytest.raises(TaoliError, match="三个目标就够了"):
        reopen_goal(by=world.actor("林子涵"), pk=goals[0].pk)


def test_a_plan_is_changed_and_the_ticks_of_steps_that_stay_are_kept(world: World) -> None:
    by, goal = world.actor("林子涵"), aim(world, "读书", "借书", "读完")
    first = goals_of(world.school.pk, goal.student_id)[0].steps[0]
    tick_step(by=by, pk=goal.pk, step_id=first.pk, done=True)
    edit = Goal.objects.of(world.school).get().edit
    change_goal(
        by=by, pk=goal.pk, edit=edit, text="多读书", steps=[PlanStep("借三本书", pk=first.pk), PlanStep("写一页")]
    )
    row = goals_of(world.school.pk, goal.student_id)[0]
    assert [(step.text, step.done_on) for step in row.steps] == [("借三本书", TODAY), ("写一页", None)]
    assert GoalStep.objects.of(world.school).count() == 3


def test_two_pages_at_once_are_noticed(world: World) -> None:
    by, goal = world.actor("林子涵"), aim(world)
    change_goal(by=by, pk=goal.pk, edit=1, text="第一页", steps=[])
    with pytest.raises(ConflictError):
        change_goal(by=by, pk=goal.pk, edit=1, text="第二页", steps=[])


def test_the_mentor_suggests_and_the_student_decides(world: World) -> None:
    student, by = world.students["林子涵"], world.actor("林子涵")
    first, second = (
        suggest_goal(by=world.actor("王敏"), student_id=student.pk, text=text) for text in ("早睡", "练字")
    )
    assert take_goal(by=by, pk=first.pk, takes=True).state == "active"
    assert take_goal(by=by, pk=second.pk, takes=False).state == "declined"
    with pytest.raises(ConflictError):
        take_goal(by=by, pk=second.pk, takes=True)


def test_suggestions_wait_three_at_most(world: World) -> None:
    student = world.students["林子涵"]
    for place in range(3):
        suggest_goal(by=world.actor("王敏"), student_id=student.pk, text=f"建议{place}")
    with pytest.raises(TaoliError):
        suggest_goal(by=world.actor("王敏"), student_id=student.pk, text="再一条")


def test_only_the_mentor_of_today_suggests_and_encourages(world: World) -> None:
    goal = aim(world)
    for name in ("李慧", "孙悦", "林母"):
        with pytest.raises(TaoliError):
            suggest_goal(by=world.actor(name), student_id=goal.student_id, text="早睡")
        with pytest.raises(TaoliError):
            cheer_goal(by=world.actor(name), pk=goal.pk, text="加油")
    assert cheer_goal(by=world.actor("王敏"), pk=goal.pk, text="我陪你").cheer == "我陪你"


@pytest.mark.parametrize(("text", "words"), [("  ", "请写下"), ("长" * 10_000, "最多 200 个字")])
def test_nothing_and_ten_thousand_characters_are_refused_in_words(world: World, text: str, words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        aim(world, text)


def test_nobody_sets_goals_for_others(world: World) -> None:
    assert world.stranger is not None
    for pk in (world.students["周一诺"].pk, world.stranger.pk, uuid.uuid4()):
        with pytest.raises(TaoliError):
            set_goal(by=world.actor("林子涵"), student_id=pk, text="目标")


def test_a_student_who_has_left_sets_no_goal(world: World) -> None:
    by, student = world.actor("林子涵"), world.students["林子涵"]
    student.left_on = TODAY
    student.save(update_fields=["left_on"])
    with pytest.raises(TaoliError):
        set_goal(by=by, student_id=student.pk, text="目标")


def test_a_step_of_another_goal_is_not_ticked(world: World) -> None:
    one, two = aim(world, "一", "步"), aim(world, "二")
    step = goals_of(world.school.pk, one.student_id)[-1].steps[0]
    with pytest.raises(ConflictError):
        tick_step(by=world.actor("林子涵"), pk=two.pk, step_id=step.pk, done=True)
