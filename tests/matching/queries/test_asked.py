from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.policy import system
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MentorOffer
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


def own_offer(world: World, choice: ChoiceRound, name: str) -> MentorOffer:
    found: MentorOffer = MentorOffer.objects.of(world.school).get(round=choice, staff=world.staff[name])
    return found


def test_mentors_are_asked_to_introduce_themselves_whoever_publishes_them(world: World) -> None:
    published_round(world, last=LAST[:1])
    choice = services.open_round(by=world.office, name="第二轮")
    offer = own_offer(world, choice, "王敏")
    asks = [ask for ask in asked_of(world.actor("王敏")) if ask.kind == "publish_mentors"]
    assert [(ask.address, ask.done) for ask in asks] == [(f"/matching/offers/{offer.pk}/", False)]
    said = services.Introduction("教语文，爱读书。")
    services.set_introduction(by=world.actor("王敏"), offer_id=offer.pk, given=said)
    assert ("publish_mentors", True) in kinds(world, "王敏")


def test_mentors_and_homeroom_teachers_find_the_page_of_their_step(world: World) -> None:
    published_round(world, last=LAST[:1])
    choice = services.open_round(by=world.office, name="第二轮")
    offer = own_offer(world, choice, "王敏")
    step = choice.steps.of(world.school).get(kind="publish_mentors")
    for kind, who, name, address in (
        ("mentor_choice", "mentor", "王敏", f"/matching/offers/{offer.pk}/marks/"),
        ("claim_groups", "mentor", "王敏", f"/matching/rounds/{choice.pk}/claim/"),
        ("student_list", "lead_mentor", "李慧", f"/matching/rounds/{choice.pk}/listed/"),
        ("group_students", "lead_mentor", "李慧", f"/matching/rounds/{choice.pk}/groups/"),
        ("class_choice", "lead_mentor", "李慧", f"/matching/rounds/{choice.pk}/class-choices/"),
    ):
        step.kind, step.by = kind, [who]
        step.save()
        assert [ask.address for ask in asked_of(world.actor(name)) if ask.kind == kind] == [address]
    step.kind, step.by = "claim_groups", ["mentor"]
    step.save()
    MentorOffer.objects.of(world.school).filter(pk=offer.pk).update(absent=True)
    assert "claim_groups" not in dict(kinds(world, "王敏"))


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
