import uuid
from typing import Any

import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish
from taoli.matching.phrases import wish_problem
from taoli.matching.queries.choosing import offered_to
from taoli.matching.queries.problem import problem_of
from taoli.matching.services import NewOffer
from taoli.roster.models import Staff, Student
from tests.matching.conftest import OWN_CLAUSE, offer_all, publish_scheme, workbook
from tests.world import World

HEAD = ["学号", "第一志愿", "第二志愿", "第三志愿"]


def problems(
    world: World, choice: ChoiceRound, *rows: list[Any], head: list[Any] | None = None, sheet: str = "志愿"
) -> list[str]:
    data = workbook([head or HEAD, *rows], sheet)
    row = services.stage_wishes(by=world.office, round_id=choice.pk, file_name="志愿.xlsx", data=data)
    assert (row.state == "refused") == bool(row.problems)
    return [wish_problem(problem) for problem in row.problems]


def names(world: World, choice: ChoiceRound, student: str) -> list[str]:
    rows = Wish.objects.of(world.school).filter(round=choice, student=world.students[student]).order_by("rank")
    return [wish.mentor.name for wish in rows.select_related("mentor")]


def test_wishes_by_name_and_by_number_with_blanks_are_written_once_confirmed(
    world: World, choice_round: ChoiceRound
) -> None:
    data = workbook([HEAD, ["S001", "王敏", "T002", ""], ["S002", "T003", "", "王敏"]])
    row = services.stage_wishes(by=world.office, round_id=choice_round.pk, file_name="志愿.xlsx", data=data)
    assert (row.state, row.problems) == ("ready", [])
    assert Wish.objects.of(world.school).count() == 0
    assert services.apply_wishes(by=world.office, pk=row.pk) == 2
    assert names(world, choice_round, "林子涵") == ["王敏", "李慧"]
    assert names(world, choice_round, "周一诺") == ["陈立", "王敏"]
    services.apply_wishes(by=world.office, pk=row.pk)
    assert Wish.objects.of(world.school).count() == 4


def test_workbook_replaces_earlier_wishes_of_its_students_only(world: World, choice_round: ChoiceRound) -> None:
    one = workbook([HEAD, ["S001", "王敏", "", ""], ["S002", "李慧", "", ""]])
    two = workbook([HEAD, ["S001", "陈立", "李慧", ""]])
    services.import_wishes(by=world.office, round_id=choice_round.pk, data=one)
    services.import_wishes(by=world.office, round_id=choice_round.pk, data=two)
    assert names(world, choice_round, "林子涵") == ["陈立", "李慧"]
    assert names(world, choice_round, "周一诺") == ["李慧"]


def test_every_bad_wish_is_told_with_sheet_row_and_column(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=2, 李慧=0, 陈立=2)
    found = problems(
        world,
        choice_round,
        ["S999", "王敏", "", ""],
        ["S001", "诸葛亮", "", ""],
        ["S002", "周宁", "", ""],
        ["S003", "李慧", "", ""],
        ["S004", "王敏", "T001", ""],
        ["S005", "", "王敏", ""],
        ["S004", "陈立", "", ""],
    )
    assert found == [
        "志愿 第 2 行 学号：学号 S999 不在名册里。请改正，或先在名册里添加这名学生。",
        "志愿 第 3 行 第一志愿：“诸葛亮”不是这一轮的导师。请按名单填写姓名或工号。",
        "志愿 第 4 行 第一志愿：周宁不参加这一轮。请改选别的导师。",
        "志愿 第 5 行 第一志愿：李慧在这一轮没有名额。请改选别的导师。",
        "志愿 第 6 行 第二志愿：王敏已经填在“第一志愿”里了。请改选别的导师，或留空。",
        "志愿 第 7 行 第一志愿：这里没有填。请补上。",
        "志愿 第 8 行 学号：学号 S004 在第 6 行已经有了。每位学生请只留一行。",
    ]
    assert Wish.objects.of(world.school).count() == 0


def test_two_mentors_of_one_name_ask_for_the_staff_number(world: World, choice_round: ChoiceRound) -> None:
    twin = Staff.objects.create(school=world.school, number="T010", name="王敏", sort_key="010")
    services.set_offers(by=world.office, round_id=choice_round.pk, offers={twin.pk: services.NewOffer(maximum=2)})
    assert problems(world, choice_round, ["S001", "王敏", "", ""]) == [
        "志愿 第 2 行 第一志愿：有几位导师都叫王敏。请改填工号：T001、T010。"
    ]
    assert problems(world, choice_round, ["S001", "T010", "", ""]) == []


def test_name_that_does_not_fit_the_number_and_who_has_left_are_told(world: World, choice_round: ChoiceRound) -> None:
    gone = world.students["吴桐"]
    Student.objects.of(world.school).filter(pk=gone.pk).update(left_on="2026-11-01")
    head = ["学号", "姓名", "第一志愿"]
    found = problems(world, choice_round, ["S001", "周一诺", "王敏"], ["S006", "吴桐", "王敏"], head=head)
    assert found == [
        "志愿 第 2 行 姓名：学号 S001 是林子涵的，不是周一诺的。请改正其中一个。",
        "志愿 第 3 行 学号：学号 S006 的学生不参加这一轮，或已离校。请删去这一行。",
    ]


def test_workbooks_that_say_nothing_are_told_plainly(world: World, choice_round: ChoiceRound) -> None:
    assert problems(world, choice_round) == ["工作簿里一个志愿也没有。请填写后再上传，或使用模板。"]
    assert problems(world, choice_round, ["S001", "王敏"], sheet="成绩") == [
        "没有叫“志愿”的工作表，只有：成绩。请改表名，或使用模板。"
    ]
    wrong = problems(world, choice_round, ["S001", "王敏"], head=["学号", "最想要的老师"])
    assert len(wrong) == 1
    row = services.stage_wishes(by=world.office, round_id=choice_round.pk, file_name="a.xlsx", data=b"not a workbook")
    assert row.state == "refused"
    with pytest.raises(TaoliError, match="这个工作簿有问题。请改好后重新上传。"):
        services.apply_wishes(by=world.office, pk=row.pk)


def test_formula_cells_are_refused(world: World, choice_round: ChoiceRound) -> None:
    found = problems(world, choice_round, ["S001", '="王"&"敏"', "", ""])
    assert found == ["志愿 第 2 行 第一志愿：这里是公式。请改为数值（选择性粘贴，数值）。"]


def test_import_in_one_go_tells_every_problem(world: World, choice_round: ChoiceRound) -> None:
    data = workbook([HEAD, ["S999", "王敏", "", ""], ["S001", "无名", "", ""]])
    with pytest.raises(TaoliError) as refusal:
        services.import_wishes(by=world.office, round_id=choice_round.pk, data=data)
    assert len(str(refusal.value).split("\n")) == 2


def refused(world: World, choice: ChoiceRound, mentor_ids: list[uuid.UUID], student: str = "林子涵") -> str:
    with pytest.raises(TaoliError) as refusal:
        services.set_wishes(
            by=world.office, round_id=choice.pk, student_id=world.students[student].pk, mentor_ids=mentor_ids
        )
    return str(refusal.value)


def test_own_wishes_are_checked_like_those_of_a_workbook(world: World, choice_round: ChoiceRound) -> None:
    staff = {name: one.pk for name, one in world.staff.items()}
    wang, li, chen, zhou = staff["王敏"], staff["李慧"], staff["陈立"], staff["周宁"]
    assert refused(world, choice_round, [wang, wang]) == "志愿里有同一位导师填了两次，请选不同的导师。"
    assert refused(world, choice_round, [wang, li, chen, zhou]) == "最多可以选 3 位导师。"
    assert refused(world, choice_round, [staff["郑明"]]) == "你选的一位导师不在这一轮，请改选别的导师。"
    assert refused(world, choice_round, [uuid.uuid4()]) == "你选的一位导师不在这一轮，请改选别的导师。"
    assert Wish.objects.of(world.school).count() == 0


def test_other_grades_and_a_closed_round_are_refused(world: World, choice_round: ChoiceRound) -> None:
    wang = world.staff["王敏"].pk
    choice_round.grades = [str(world.grades["高一"].pk)]
    choice_round.save(update_fields=["grades"])
    assert refused(world, choice_round, [wang], "吴桐") == "这一轮不包括你所在的年级。"
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    assert refused(world, choice_round, [wang]) == "选择已经结束。如果有不对的地方，请和班主任说。"


def test_wishes_are_replaced_and_cleared(world: World, choice_round: ChoiceRound) -> None:
    pk, student = choice_round.pk, world.students["林子涵"].pk
    staff = world.staff
    first = [staff["王敏"].pk, staff["李慧"].pk]
    services.set_wishes(by=world.office, round_id=pk, student_id=student, mentor_ids=first, reasons=["喜欢语文"])
    assert Wish.objects.of(world.school).get(rank=1).reason == "喜欢语文"
    services.set_wishes(by=world.office, round_id=pk, student_id=student, mentor_ids=[staff["李慧"].pk])
    assert names(world, choice_round, "林子涵") == ["李慧"]
    services.set_wishes(by=world.office, round_id=pk, student_id=student, mentor_ids=[])
    assert Wish.objects.of(world.school).count() == 0


def test_workbook_with_a_mentor_of_other_classes_is_told(world: World) -> None:
    publish_scheme(world, **OWN_CLAUSE, **{"eligibility.rule": "teaches_class"})
    choice = services.open_round(by=world.office, name="一轮")
    offer_all(world, choice, 王敏=2, 周宁=2)
    assert problems(world, choice, ["S001", "周宁", "王敏", ""]) == [
        "志愿 第 2 行 第一志愿：周宁不教高一(1)班；这一轮只能在本班任课教师里选。请改选别的导师。"
    ]


def test_a_mentor_excepted_by_the_office_takes_students_of_classes_not_taught(world: World) -> None:
    publish_scheme(world, **OWN_CLAUSE, **{"eligibility.rule": "teaches_class"})
    choice = services.open_round(by=world.office, name="一轮")
    free = {world.staff["周宁"].pk: NewOffer(maximum=2, everywhere=True), world.staff["陈立"].pk: NewOffer(maximum=2)}
    services.set_offers(by=world.office, round_id=choice.pk, offers=free)
    services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
    pupil = world.students["林子涵"]
    offered = {row.staff.name for row in offered_to(choice, pupil.school_class_id)}
    assert "周宁" in offered
    assert "陈立" not in offered
    assert problems(world, choice, ["S001", "周宁", "", ""]) == []
    services.set_wishes(by=world.office, round_id=choice.pk, student_id=pupil.pk, mentor_ids=[world.staff["周宁"].pk])
    mentors = {one.id: one.everywhere for one in problem_of(choice, 1).mentors}
    assert mentors[str(world.staff["周宁"].pk)]
    assert sum(mentors.values()) == 1
