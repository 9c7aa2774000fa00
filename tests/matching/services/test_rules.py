from typing import Any

import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, RoundRule
from taoli.matching.queries.problem import problem_of
from taoli.matching.queries.rules import rule_lines
from taoli.roster.models import StudentCategory
from tests.world import START, World


def rule(
    world: World, choice: ChoiceRound, kind: str, *students: str, mentor: str = "", reason: str = "理由"
) -> RoundRule:
    return services.add_rule(
        by=world.office,
        round_id=choice.pk,
        kind=kind,
        student_ids=[world.students[name].pk for name in students],
        mentor_id=world.staff[mentor].pk if mentor else None,
        reason=reason,
    )


def test_rules_reach_the_engine(world: World, choice_round: ChoiceRound) -> None:
    ids = {name: str(one.pk) for name, one in world.students.items()}
    rule(world, choice_round, "apart", "林子涵", "周一诺")
    rule(world, choice_round, "together", "孙浩然", "赵思源")
    pin = rule(world, choice_round, "pinned", "钱多多", mentor="陈立")
    rules = problem_of(choice_round, 1).rules
    assert rules.apart == (frozenset({ids["林子涵"], ids["周一诺"]}),)
    assert rules.together == (frozenset({ids["孙浩然"], ids["赵思源"]}),)
    assert rules.pinned == {ids["钱多多"]: (str(world.staff["陈立"].pk), "理由")}
    services.drop_rule(by=world.office, pk=pin.pk)
    assert problem_of(choice_round, 1).rules.pinned == {}
    rule(world, choice_round, "pinned", "钱多多", mentor="王敏")


def test_who_has_left_is_in_no_rule(world: World, choice_round: ChoiceRound) -> None:
    rule(world, choice_round, "apart", "林子涵", "周一诺")
    child = world.students["周一诺"]
    child.left_on = START
    child.save()
    assert problem_of(choice_round, 1).rules.apart == ()
    assert len(rule_lines(choice_round)[0].students) == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "apart", "students": ("林子涵",)}, "请写出至少两名不同的学生。"),
        ({"kind": "together", "students": ("林子涵", "林子涵")}, "请写出至少两名不同的学生。"),
        ({"kind": "pinned", "students": ("林子涵",)}, "请选一名学生和本轮的一位导师。"),
        ({"kind": "pinned", "students": ("林子涵", "周一诺"), "mentor": "王敏"}, "请选一名学生和本轮的一位导师。"),
        ({"kind": "apart", "students": ("林子涵", "周一诺"), "reason": " "}, "请写明理由"),
    ],
)
def test_what_makes_no_rule_is_a_sentence(
    world: World, choice_round: ChoiceRound, given: dict[str, Any], sentence: str
) -> None:
    students = given.pop("students")
    with pytest.raises(TaoliError, match=sentence):
        rule(world, choice_round, given.pop("kind"), *students, **given)
    assert not RoundRule.objects.of(world.school).exists()


def test_nobody_is_pinned_twice(world: World, choice_round: ChoiceRound) -> None:
    rule(world, choice_round, "pinned", "林子涵", mentor="王敏")
    with pytest.raises(TaoliError, match="已经指定了导师"):
        rule(world, choice_round, "pinned", "林子涵", mentor="陈立")


def test_a_student_of_another_school_is_refused(world: World, choice_round: ChoiceRound) -> None:
    assert world.stranger is not None
    with pytest.raises(TaoliError, match="不在这一轮里"):
        services.add_rule(
            by=world.office,
            round_id=choice_round.pk,
            kind="apart",
            student_ids=[world.stranger.pk, world.students["林子涵"].pk],
            reason="理由",
        )


def test_limits_reach_the_engine_with_the_categories_of_today(world: World, choice_round: ChoiceRound) -> None:
    StudentCategory.objects.create(
        school=world.school, student=world.students["林子涵"], code="left_behind", starts=START
    )
    StudentCategory.objects.create(
        school=world.school, student=world.students["周一诺"], code="left_behind", starts=START, ends=START
    )
    services.set_limits(by=world.office, round_id=choice_round.pk, max_classes=1, category_caps={"left_behind": 1})
    choice_round.refresh_from_db()
    problem = problem_of(choice_round, 1)
    assert (problem.rules.max_classes_per_mentor, problem.rules.category_cap) == (1, {"left_behind": 1})
    held = {one.id: one.categories for one in problem.students}
    assert held[str(world.students["林子涵"].pk)] == {"left_behind"}
    assert held[str(world.students["周一诺"].pk)] == frozenset()
