import uuid

from taoli.matching.models import ChoiceRound, MatchRun
from tests.matching.conftest import offer_all, wish_for
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/"


def test_present_step_says_who_acts_and_offers_one_button(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    page = world.client("孙悦").get(url(choice_round)).content.decode()
    assert "由谁来做：学生" in page
    assert "6 名学生中，1 名已填志愿。" in page
    assert "到 11月30日" in page
    assert "导入志愿" in page
    assert "这一步已完成" not in world.client("钱程").get(url(choice_round)).content.decode()


def test_too_few_seats_are_told_before_any_matching(world: World, choice_round: ChoiceRound) -> None:
    offer_all(world, choice_round, 王敏=2, 李慧=1)
    page = world.client("孙悦").get(url(choice_round)).content.decode()
    assert "学生 6 名，名额一共只有 3 个，还差 3 个。请提高几位导师的上限，或增加导师。" in page


def test_draft_leads_on_to_the_board(world: World, assigned_run: MatchRun) -> None:
    page = world.client("孙悦").get(url(assigned_run.round)).content.decode()
    assert f"/matching/runs/{assigned_run.pk}/publish/" in page


def test_round_of_nobody_is_not_found(world: World) -> None:
    assert world.client("孙悦").get(f"/matching/rounds/{uuid.uuid4()}/").status_code == 404
