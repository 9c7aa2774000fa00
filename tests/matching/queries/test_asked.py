from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.asked import asked_of
from tests.matching.conftest import wish_for
from tests.matching.published import LAST, pairing_of, published_round
from tests.world import TODAY, World


def kinds(world: World, name: str) -> list[tuple[str, bool]]:
    return [(ask.kind, ask.done) for ask in asked_of(world.actor(name))]


def test_a_student_is_asked_to_choose_until_the_step_is_over(world: World, choice_round: ChoiceRound) -> None:
    (ask,) = asked_of(world.actor("林子涵"))
    assert (ask.kind, ask.done, ask.address) == ("student_choice", False, "/matching/wishes/")
    assert ask.closes is not None
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    assert kinds(world, "林子涵") == [("student_choice", True)]
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    assert kinds(world, "林子涵") == []


def test_a_round_of_another_grade_asks_nothing(world: World, choice_round: ChoiceRound) -> None:
    choice_round.grades = [str(world.grades["高二"].pk)]
    choice_round.save()
    assert kinds(world, "林子涵") == []
    assert kinds(world, "孙悦") == [("student_choice", False)]


def test_the_last_steps_ask_each_for_the_own_part(world: World) -> None:
    choice = published_round(world)
    assert kinds(world, "林子涵") == [("agreement", False)]
    assert kinds(world, "林母") == [("agreement", False)]
    assert kinds(world, "王敏") == [("agreement", False), ("first_meeting", False)]
    assert kinds(world, "李慧") == [("agreement", False)]
    assert [kind for kind, _done in kinds(world, "孙悦")] == ["agreement", "appointment_letter", "first_meeting"]
    for name in ("钱程", "吴考", "郑明", "赵国栋"):
        assert kinds(world, name) == []
    services.sign(by=world.actor("林子涵"), round_id=choice.pk, pairing_ids=[pairing_of(world, "林子涵").pk])
    services.mark_held(by=world.actor("王敏"), round_id=choice.pk, mentor_id=world.staff["王敏"].pk, on=TODAY)
    assert kinds(world, "林子涵") == []
    assert kinds(world, "王敏") == [("agreement", False)]


def test_only_whom_the_scheme_names_is_asked(world: World) -> None:
    published_round(world, last=[{"kind": "agreement", "by": ["mentor"]}])
    assert kinds(world, "林子涵") == []
    assert kinds(world, "王敏") == [("agreement", False)]


def test_mentors_introduce_themselves_where_the_scheme_asks_them_to(world: World) -> None:
    published_round(world, last=LAST[:1])
    choice = services.open_round(by=world.office, name="第二轮")
    step = choice.steps.of(world.school).get(kind="publish_mentors")
    step.by = ["mentor"]
    step.save()
    asks = [ask for ask in asked_of(world.actor("王敏")) if ask.kind == "publish_mentors"]
    assert [ask.address for ask in asks] == [f"/roster/staff/{world.staff['王敏'].pk}/edit/"]
    world.staff["王敏"].introduction = "教语文，爱读书。"
    world.staff["王敏"].save()
    assert "publish_mentors" not in dict(kinds(world, "王敏"))


def test_questions_do_not_grow_with_the_rounds(world: World, choice_round: ChoiceRound) -> None:
    counts = []
    for name in ("", "第二轮"):
        if name:
            services.open_round(by=world.office, name=name)
        with CaptureQueriesContext(connection) as seen:
            asked_of(world.actor("吴考"))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert asked_of(system(world.school.pk)) == []
