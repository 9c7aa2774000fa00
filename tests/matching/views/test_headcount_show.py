from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun
from tests.matching.conftest import wish_for
from tests.world import START, World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/headcount/"


def test_before_the_pairings_it_holds_seats_and_no_wishes(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    for name in ("孙悦", "赵国栋", "钱程"):
        page = world.client(name).get(url(choice_round)).content.decode()
        assert "王敏" in page
        assert "志愿" not in page
    assert "王敏" not in world.client("李慧").get(url(choice_round)).content.decode()


def test_after_publishing_each_role_reads_the_own_reach(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    page = world.client("孙悦").get(url(fair_run.round))
    lines = {line.name: (line.count, line.girls + line.boys) for line in page.context["sheet"].lines}
    assert sum(count for count, _both in lines.values()) == 6
    assert all(count == both for count, both in lines.values())
    assert page.context["sheet"].grades == [("高一", 5, 3, 2), ("高二", 1, 0, 1)]
    own = world.client("王敏").get(url(fair_run.round)).context["sheet"]
    assert [line.name for line in own.lines] == ["王敏"]


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
