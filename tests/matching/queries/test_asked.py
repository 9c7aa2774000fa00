from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish
from taoli.matching.queries.asked import asked_of
from taoli.matching.services import Introduction
from tests.matching.conftest import offer_of, wish_for
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
    offer = offer_of(world, choice, "王敏")
    assert [ask.address for ask in asks] == [f"/matching/offers/{offer.pk}/"]
    services.set_introduction(by=world.actor("王敏"), offer_id=offer.pk, given=Introduction("教语文，爱读书。"))
    assert "publish_mentors" not in dict(kinds(world, "王敏"))


def test_mentors_are_asked_for_marks_until_they_have_saved_them(world: World, marking_round: ChoiceRound) -> None:
    Wish.objects.of(world.school).filter(mentor=world.staff["王敏"]).delete()  # who is asked all the same
    offer = offer_of(world, marking_round, "王敏")
    (ask,) = [one for one in asked_of(world.actor("王敏")) if one.kind == "mentor_choice"]
    assert (ask.address, ask.done) == (f"/matching/offers/{offer.pk}/marks/", False)
    services.set_marks(by=world.actor("王敏"), offer_id=offer.pk, marks={})
    assert ("mentor_choice", True) in kinds(world, "王敏")
    assert "mentor_choice" not in dict(kinds(world, "吴考"))


def test_teachers_apply_and_claim_until_they_have_done_so(
    world: World, apply_round: ChoiceRound, claim_round: ChoiceRound
) -> None:
    assert dict(kinds(world, "王敏")) == {"mentor_application": False, "claim_groups": False}
    services.apply_as_mentor(
        by=world.actor("王敏"), round_id=apply_round.pk, staff_id=world.staff["王敏"].pk, introduction="", wanted=3
    )
    group = world.groups["朝阳组"].pk
    services.claim_groups(
        by=world.actor("王敏"), round_id=claim_round.pk, mentor_id=world.staff["王敏"].pk, group_ids=[group]
    )
    assert dict(kinds(world, "王敏")) == {"mentor_application": True, "claim_groups": True}
    services.answer_application(
        by=world.office, round_id=apply_round.pk, staff_id=world.staff["王敏"].pk, remark="教几年了？"
    )
    assert dict(kinds(world, "王敏"))["mentor_application"] is False


def test_homeroom_teachers_are_led_to_their_own_page(world: World, listed_round: ChoiceRound) -> None:
    addresses = {ask.kind: ask.address for ask in asked_of(world.actor("李慧"))}
    assert addresses["student_list"] == f"/matching/rounds/{listed_round.pk}/listed/"


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
