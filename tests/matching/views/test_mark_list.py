from taoli.common.models import ViewLog
from taoli.matching.models import ChoiceRound
from tests.matching.services.test_marks import ask, mark
from tests.world import World


def test_the_office_sees_who_is_done_and_what_was_asked(world: World, marking_round: ChoiceRound) -> None:
    mark(world, marking_round, {"林子涵": "first"})
    ask(world, marking_round, "孙浩然")
    page = world.client("孙悦").get(f"/matching/rounds/{marking_round.pk}/marks/").content.decode()
    assert "4 位导师中，1 位已完成。" in page
    assert "是我的侄女" in page
    assert ViewLog.objects.of(world.school).filter(page="matching:mark_list").exists()


def test_without_questions_nothing_is_logged(world: World, marking_round: ChoiceRound) -> None:
    assert "请求协调" not in world.client("孙悦").get(f"/matching/rounds/{marking_round.pk}/marks/").content.decode()
    assert not ViewLog.objects.of(world.school).filter(page="matching:mark_list").exists()
