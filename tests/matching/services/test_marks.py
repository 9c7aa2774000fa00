import uuid
from collections.abc import Mapping

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.matching import services
from taoli.matching.models import ChoiceRound, Coordination, MatchRun
from taoli.matching.queries.marks import marks_of
from taoli.matching.queries.problem import problem_of
from tests.matching.conftest import offer_of
from tests.world import START, World


def mark(world: World, choice: ChoiceRound, marks: Mapping[str, str], mentor: str = "王敏") -> int:
    offer = offer_of(world, choice, mentor)
    return services.set_marks(
        by=world.actor(mentor), offer_id=offer.pk, marks={world.students[name].pk: one for name, one in marks.items()}
    )


def ask(world: World, choice: ChoiceRound, student: str, reason: str = "是我的侄女") -> Coordination:
    offer = offer_of(world, choice, "王敏")
    return services.ask_coordination(
        by=world.actor("王敏"), offer_id=offer.pk, student_id=world.students[student].pk, reason=reason
    )


def test_marks_reach_the_engine_and_the_later_ones_count(world: World, marking_round: ChoiceRound) -> None:
    assert mark(world, marking_round, {"林子涵": "fine", "孙浩然": "first"}) == 2
    assert mark(world, marking_round, {"孙浩然": "fine"}) == 1
    sun = str(world.students["孙浩然"].pk)
    assert marks_of(marking_round) == {world.staff["王敏"].pk: {sun: "fine"}}
    wang = next(one for one in problem_of(marking_round, 1).mentors if one.id == str(world.staff["王敏"].pk))
    assert wang.marks == {sun: "fine"}
    assert offer_of(world, marking_round, "王敏").marked_at is not None


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({"赵思源": "first"}, "其中有学生没有填报这位导师，请再看一看。"),
        ({"林子涵": "refused"}, "请选“优先”或“可以”，也可以不选。"),
    ],
)
def test_only_those_who_wished_and_no_mark_against_anybody(
    world: World, marking_round: ChoiceRound, marks: dict[str, str], sentence: str
) -> None:
    with pytest.raises(TaoliError, match=sentence):
        mark(world, marking_round, marks)
    assert marks_of(marking_round) == {}


def test_marking_waits_for_its_turn(world: World, marking_round: ChoiceRound) -> None:
    services.set_step(by=world.office, round_id=marking_round.pk, kind="mentor_choice", done=True)
    with pytest.raises(TaoliError, match="现在不是导师选择这一步"):
        mark(world, marking_round, {"林子涵": "fine"})


def test_a_word_to_the_office_is_in_no_audit_row_and_is_erased_at_publishing(
    world: World, marking_round: ChoiceRound
) -> None:
    row = ask(world, marking_round, "林子涵")
    again = ask(world, marking_round, "林子涵", "同住一院")
    assert (again.pk, again.reason) == (row.pk, "同住一院")
    assert services.settle_coordination(by=world.office, pk=row.pk).settled_at is not None
    assert not any("侄女" in str(entry.data) for entry in AuditEntry.objects.of(world.school))
    run: MatchRun = services.run_round(by=world.office, round_id=marking_round.pk, seed=3)
    services.publish_run(by=world.office, run_id=run.pk, starts=START)
    assert not Coordination.objects.of(world.school).exists()


def test_a_word_needs_a_reason_and_a_student_who_wished(world: World, marking_round: ChoiceRound) -> None:
    with pytest.raises(TaoliError, match="请用几句话"):
        ask(world, marking_round, "林子涵", "  ")
    with pytest.raises(TaoliError, match="没有填报这位导师"):
        ask(world, marking_round, "赵思源")


def test_another_officer_takes_the_round_over(world: World, marking_round: ChoiceRound) -> None:
    assert marking_round.officer == world.office.account_id
    other = uuid.uuid4()
    ChoiceRound.objects.of(world.school).update(officer=other)
    assert services.take_over(by=world.office, round_id=marking_round.pk).officer == world.office.account_id
