from taoli.matching.models import ChoiceRound, Coordination
from tests.matching.conftest import offer_of
from tests.world import World


def url(world: World, choice: ChoiceRound, student: str) -> str:
    return f"/matching/offers/{offer_of(world, choice, '王敏').pk}/students/{world.students[student].pk}/"


def test_the_word_reaches_the_office_only(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("王敏")
    assert "不是拒绝学生" in client.get(url(world, marking_round, "林子涵")).content.decode()
    answer = client.post(url(world, marking_round, "林子涵"), {"reason": "是我的侄女"}, follow=True)
    assert "已请协调" in answer.content.decode()
    assert "侄女" not in answer.content.decode()
    assert Coordination.objects.of(world.school).get().reason == "是我的侄女"


def test_an_empty_reason_is_asked_for(world: World, marking_round: ChoiceRound) -> None:
    page = world.client("王敏").post(url(world, marking_round, "林子涵"), {"reason": ""}).content.decode()
    assert "请用几句话告诉德育处" in page


def test_who_did_not_wish_is_not_found(world: World, marking_round: ChoiceRound) -> None:
    assert world.client("王敏").get(url(world, marking_round, "赵思源")).status_code == 404
