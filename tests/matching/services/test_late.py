import uuid

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.matching import services
from taoli.matching.models import ChoiceRound, LateChoice, WishSheet
from taoli.matching.queries.choosing import may_choose
from tests.world import World


def close(world: World, choice: ChoiceRound) -> None:
    services.set_step(by=world.office, round_id=choice.pk, kind="student_choice", done=True)


def allow(world: World, choice: ChoiceRound, student: uuid.UUID, reason: str = "住院") -> LateChoice:
    return services.allow_late(by=world.office, round_id=choice.pk, student_id=student, reason=reason)


def refused(world: World, choice: ChoiceRound, student: uuid.UUID, reason: str = "住院") -> str:
    with pytest.raises(TaoliError) as refusal:
        allow(world, choice, student, reason)
    return str(refusal.value)


def test_one_student_hands_in_once_after_closing_and_it_counts_as_late(world: World, choice_round: ChoiceRound) -> None:
    student, wang = world.students["林子涵"].pk, world.staff["王敏"].pk
    close(world, choice_round)
    allow(world, choice_round, student)
    assert allow(world, choice_round, student, "住院两周").reason == "住院两周"
    assert LateChoice.objects.of(world.school).count() == 1
    assert (may_choose(choice_round, student), may_choose(choice_round, world.students["周一诺"].pk)) == (True, False)
    late = services.set_wishes(by=world.office, round_id=choice_round.pk, student_id=student, mentor_ids=[wang])
    assert late
    assert not may_choose(choice_round, student)
    with pytest.raises(TaoliError, match="选择已经结束"):
        services.set_wishes(by=world.office, round_id=choice_round.pk, student_id=student, mentor_ids=[])
    assert WishSheet.objects.of(world.school).get().edit == 1


def test_what_makes_no_sense_is_refused(world: World, choice_round: ChoiceRound) -> None:
    student = world.students["林子涵"].pk
    assert refused(world, choice_round, student) == "选择还没有结束，学生直接去选就可以。"
    close(world, choice_round)
    assert refused(world, choice_round, student, "  ") == "请写明理由，理由会和补交的志愿表一起保存。"
    assert refused(world, choice_round, uuid.uuid4()) == "这名学生不参加这一轮。"
    assert world.stranger is not None
    assert refused(world, choice_round, world.stranger.pk) == "这名学生不参加这一轮。"
    choice_round.state = ChoiceRound.State.PUBLISHED
    choice_round.save(update_fields=["state"])
    assert refused(world, choice_round, student) == "这一轮现在不用选导师了。"


def test_the_reason_stays_out_of_the_audit(world: World, choice_round: ChoiceRound) -> None:
    close(world, choice_round)
    allow(world, choice_round, world.students["林子涵"].pk, "家中有事")
    entry = AuditEntry.objects.of(world.school).get(action="choice.allow_late")
    assert "家中有事" not in str(entry.data)
