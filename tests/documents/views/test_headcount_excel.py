import uuid

from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.documents.reading import excel
from tests.matching.conftest import (  # noqa: F401 - fixtures
    choice_round,
    chosen,
    fair_run,
    wish_for,
)
from tests.world import START, World


def url(choice: ChoiceRound) -> str:
    return f"/documents/headcount/{choice.pk}.xlsx"


def test_sheet_counts_students_by_mentor_and_grade(world: World, fair_run: MatchRun) -> None:  # noqa: F811
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    book = excel(world.client("孙悦"), url(fair_run.round))
    first, second = book.worksheets
    rows = [[cell.value for cell in row] for row in first.iter_rows(min_row=3)]
    assert rows[0] == ["序号", "导师姓名", "学科", "学生人数", "班级", "男", "女", "备注"]
    assert sum(int(row[3]) for row in rows[1:]) == 6
    assert [cell.value for cell in second[4]] == ["高一", "5", "2", "3"]


def test_no_wish_is_counted_in_the_export(world: World, choice_round: ChoiceRound) -> None:  # noqa: F811
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    first = excel(world.client("孙悦"), url(choice_round)).worksheets[0]
    heads = [cell.value for cell in first[3]]
    assert heads == ["序号", "导师姓名", "学科", "可指导人数", "备注"]


def test_nothing_to_send_says_so_and_nowhere_is_not_found(world: World, choice_round: ChoiceRound) -> None:  # noqa: F811
    page = world.client("王敏").get(url(choice_round), follow=True)
    assert page.redirect_chain[0][0] == f"/matching/rounds/{choice_round.pk}/headcount/"
    assert world.client("孙悦").get(f"/documents/headcount/{uuid.uuid4()}.xlsx").status_code == 404
