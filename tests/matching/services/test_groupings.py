import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, Grouping
from taoli.matching.queries.groupings import figures
from taoli.matching.readers.scores import Scores
from taoli.matching.services import Ask
from taoli.roster.models import ClassStay, Student
from tests.world import START, World


def pupils(world: World, count: int) -> dict[str, float]:
    """A class of so many more, with scores that fall, girls first: the S-shaped deal alone leaves them unlike."""
    room, scores = world.classes["高二(1)班"], {}
    for place in range(count):
        one = Student.objects.create(
            school=world.school,
            number=f"P{place:02}",
            name=f"同学{place:02}",
            school_class=room,
            gender="f" if place % 3 else "m",
            boarding="boarder" if place < count // 2 else "day",
        )
        ClassStay.objects.create(school=world.school, student=one, school_class=room, starts=START)
        scores[one.number] = 100 - place * 1.7
    return scores


def draft(world: World, choice: ChoiceRound, ask: Ask) -> Grouping:
    room = world.classes["高二(1)班"].pk
    return services.draft_groups(by=world.office, round_id=choice.pk, room_id=room, ask=ask)


def test_groups_are_no_less_alike_than_the_s_shaped_deal(world: World, group_round: ChoiceRound) -> None:
    scores = pupils(world, 29)
    ask = Ask(count=5, balance=("gender", "layer", "boarding"), ratio=(3, 5, 2), scores=Scores(scores=scores), seed=1)
    row = draft(world, group_round, ask)
    assert sorted(len(one["students"]) for one in row.groups) == [6, 6, 6, 6, 6]
    found = {one.code: one for one in figures(row)}
    assert set(found) == {"size", "layer", "gender", "boarding", "score"}
    assert found["size"].now == 0
    assert found["layer"].now <= 1
    assert found["gender"].now <= 2  # strata of layer and gender differ by one each
    for one in found.values():
        assert one.snake is not None
    assert found["layer"].now + found["gender"].now <= (found["layer"].snake or 0) + (found["gender"].snake or 0)


def rule(world: World, choice: ChoiceRound, kind: str, *numbers: str) -> None:
    ids = list(Student.objects.of(world.school).filter(number__in=numbers).values_list("pk", flat=True))
    services.add_rule(by=world.office, round_id=choice.pk, kind=kind, student_ids=ids, reason="面谈")


def test_rules_of_the_round_are_kept_when_groups_are_formed(world: World, group_round: ChoiceRound) -> None:
    scores = Scores(scores=pupils(world, 11))
    free = draft(world, group_round, Ask(count=3, scores=scores, seed=1))
    numbers = {str(pk): number for pk, number in Student.objects.of(world.school).values_list("pk", "number")}
    place = {numbers[pk]: at for at, group in enumerate(free.groups) for pk in group["students"]}
    mates = next((a, b) for a in place for b in place if a < b and place[a] == place[b])
    strangers = next((a, b) for a in place for b in place if a < b and place[a] != place[b] and not {a, b} & {*mates})
    rule(world, group_round, "apart", *mates)
    rule(world, group_round, "together", *strangers)
    row = draft(world, group_round, Ask(count=3, scores=scores, seed=1))
    place = {numbers[pk]: at for at, group in enumerate(row.groups) for pk in group["students"]}
    assert place[mates[0]] != place[mates[1]]
    assert place[strangers[0]] == place[strangers[1]]


@pytest.mark.parametrize(
    ("kind", "numbers", "count", "words"),
    [
        ("apart", ("P00", "P01", "P02"), 2, "同学00、同学01、同学02要两两分开，但只有 2 个小组。"),
        ("together", ("P00", "P01", "P02", "P03"), 4, "要分在一起，但一个小组只有 2 人。"),
    ],
)
def test_rules_that_no_groups_can_keep_are_told(
    world: World, group_round: ChoiceRound, kind: str, numbers: tuple[str, ...], count: int, words: str
) -> None:
    pupils(world, 7)
    rule(world, group_round, kind, *numbers)
    with pytest.raises(TaoliError, match=words):
        draft(world, group_round, Ask(count=count))


def test_same_facts_give_the_same_groups(world: World, group_round: ChoiceRound) -> None:
    pupils(world, 11)
    first = draft(world, group_round, Ask(count=3, balance=("gender",), seed=4))
    again = draft(world, group_round, Ask(count=3, balance=("gender",), seed=4))
    assert first.groups == again.groups


def test_a_class_of_one_is_one_group_and_an_empty_one_a_sentence(world: World, group_round: ChoiceRound) -> None:
    row = draft(world, group_round, Ask(size=6, balance=("gender", "layer")))
    assert [len(one["students"]) for one in row.groups] == [1]
    Student.objects.of(world.school).filter(name="吴桐").update(left_on="2026-11-01")
    with pytest.raises(TaoliError, match="这里还没有可以分组的学生"):
        draft(world, group_round, Ask(count=1))


def test_groups_that_a_workbook_names_are_taken_as_they_are(world: World, group_round: ChoiceRound) -> None:
    pupils(world, 3)
    row = draft(world, group_round, Ask(scores=Scores(groups={"P00": "甲组", "P01": "乙组", "P02": "甲组"})))
    assert [(one["name"], len(one["students"])) for one in row.groups] == [("甲组", 2), ("乙组", 1)]
    assert services.accept_groups(by=world.office, pk=row.pk, edit=0) == 2


def test_before_its_turn_and_after_publishing_no_groups_are_formed(
    world: World, claim_round: ChoiceRound, assigned_round: ChoiceRound
) -> None:
    with pytest.raises(TaoliError, match="这一步现在不由您办理"):
        draft(world, claim_round, Ask(count=1))
    assert draft(world, assigned_round, Ask(count=1)).state == "draft"
    run = services.run_round(by=world.office, round_id=assigned_round.pk, seed=1)
    services.publish_run(by=world.office, run_id=run.pk, starts=START)
    with pytest.raises(TaoliError, match="这一步现在不由您办理"):
        draft(world, assigned_round, Ask(count=1))
