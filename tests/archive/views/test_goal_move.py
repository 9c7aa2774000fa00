import uuid

from taoli.archive.models import Goal, GoalStep
from taoli.archive.services import suggest_goal
from tests.archive.growing import aim, goals_url, sent
from tests.world import TODAY, World


def move(world: World, goal: Goal, **fields: str) -> str:
    answer = world.client("林子涵").post(f"/archive/goals/{goal.pk}/move/", sent(**fields), follow=True)
    assert answer.redirect_chain[-1][0] == goals_url(world)
    return answer.content.decode()


def test_a_step_is_ticked_and_unticked(world: World) -> None:
    goal = aim(world, "读书", "借书")
    step = GoalStep.objects.of(world.school).get()
    for do, day in (("tick", TODAY), ("untick", None)):
        move(world, goal, do=do, step=str(step.pk))
        assert GoalStep.objects.of(world.school).get().done_on == day


def test_a_goal_is_reached_and_taken_up_again(world: World) -> None:
    goal = aim(world)
    assert "真不容易" in move(world, goal, do="reached", outcome="真不容易")
    move(world, goal, do="reopen")
    assert Goal.objects.of(world.school).get().state == "active"
    move(world, goal, do="aside")
    assert Goal.objects.of(world.school).get().state == "aside"


def test_a_suggestion_is_taken(world: World) -> None:
    goal = suggest_goal(by=world.actor("王敏"), student_id=world.students["林子涵"].pk, text="早睡")
    move(world, goal, do="take")
    assert Goal.objects.of(world.school).get().state == "active"


def test_nonsense_and_what_is_past_come_back_in_words(world: World) -> None:
    goal = aim(world)
    assert "请从列出的选项里选择" in move(world, goal, do="fly")
    assert "没有这一步了" in move(world, goal, do="tick", step="x")
    assert "有了变化" in move(world, goal, do="take")


def test_what_is_not_mine_is_not_found(world: World) -> None:
    goal = aim(world)
    goal.student = world.students["周一诺"]
    goal.save(update_fields=["student"])
    for pk in (goal.pk, uuid.uuid4()):
        assert world.client("林子涵").post(f"/archive/goals/{pk}/move/", sent(do="aside")).status_code == 404
