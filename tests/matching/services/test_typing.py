import time_machine

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish, WishSheet
from taoli.matching.services import PaperLine, TypedSheets
from taoli.roster.models import Staff
from tests.matching.conftest import OWN_CLAUSE, offer_all, publish_scheme
from tests.world import World


def typed(world: World, choice: ChoiceRound, *lines: PaperLine, in_time: bool = False) -> TypedSheets:
    return services.type_wishes(by=world.office, round_id=choice.pk, lines=lines, in_time=in_time)


def causes(found: TypedSheets) -> list[str]:
    return [cause for _line, cause in found.wrong]


def test_right_lines_are_saved_and_wrong_ones_come_back_with_their_reason(
    world: World, choice_round: ChoiceRound
) -> None:
    offer_all(world, choice_round, 王敏=2, 李慧=0, 陈立=2)
    found = typed(
        world,
        choice_round,
        PaperLine("S001", ("T001", "", "陈立")),
        PaperLine("S999", ("T001",)),
        PaperLine("S002", ("T999",)),
        PaperLine("S002", ("T004",)),
        PaperLine("S002", ("T002",)),
        PaperLine("S002", ("T001", "T001")),
        PaperLine("S001", ("T003",)),
        PaperLine("", ("T001",)),
        PaperLine("S003", ()),
    )
    assert [(str(student), names) for student, names in found.saved] == [
        (str(world.students["林子涵"].pk), ["王敏", "陈立"]),
        (str(world.students["孙浩然"].pk), []),
    ]
    assert causes(found) == [
        "学号 S999 不在名册里。请改正，或先在名册里添加这名学生。",
        "“T999”不是这一轮的导师。请按名单填写姓名或工号。",
        "赵国栋不参加这一轮。请改选别的导师。",
        "李慧在这一轮没有名额。请改选别的导师。",
        "志愿里有同一位导师填了两次，请选不同的导师。",
        "林子涵在前面一行已经有了。",
        "没有填学号。",
    ]
    assert Wish.objects.of(world.school).count() == 2
    assert set(WishSheet.objects.of(world.school).values_list("source", flat=True)) == {"paper"}


def test_an_earlier_sheet_is_written_over_only_when_asked(world: World, choice_round: ChoiceRound) -> None:
    student = world.students["林子涵"].pk
    services.set_wishes(
        by=world.actor("林子涵"), round_id=choice_round.pk, student_id=student, mentor_ids=[world.staff["王敏"].pk]
    )
    found = typed(world, choice_round, PaperLine("S001", ("陈立",)))
    assert causes(found) == ["林子涵已经交过了。要换掉，请勾选“替换”。"]
    assert Wish.objects.of(world.school).get().mentor.name == "王敏"
    typed(world, choice_round, PaperLine("S001", ("陈立",), replace=True))
    assert Wish.objects.of(world.school).get().mentor.name == "陈立"


def test_papers_handed_in_before_closing_are_not_late_when_typed_afterwards(
    world: World, choice_round: ChoiceRound
) -> None:
    with time_machine.travel("2026-12-01T10:00+08:00", tick=False):
        typed(world, choice_round, PaperLine("S001", ("T001",)), in_time=True)
        typed(world, choice_round, PaperLine("S002", ("T001",)))
    late = dict(WishSheet.objects.of(world.school).values_list("student__name", "late"))
    assert late == {"林子涵": False, "周一诺": True}


def test_namesakes_and_teachers_of_other_classes_are_told(world: World) -> None:
    publish_scheme(world, **OWN_CLAUSE, **{"eligibility.rule": "teaches_class"})
    choice = services.open_round(by=world.office, name="一轮")
    offer_all(world, choice, 王敏=2, 周宁=2)
    services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
    assert causes(typed(world, choice, PaperLine("S001", ("周宁",)))) == [
        "周宁不教高一(1)班；这一轮只能在本班任课教师里选。请改选别的导师。"
    ]
    twin = Staff.objects.create(school=world.school, number="T010", name="王敏", sort_key="010")
    services.set_offers(by=world.office, round_id=choice.pk, offers={twin.pk: services.NewOffer(maximum=2)})
    assert causes(typed(world, choice, PaperLine("S001", ("王敏",)))) == [
        "有几位导师都叫王敏。请改填工号：T001、T010。"
    ]
