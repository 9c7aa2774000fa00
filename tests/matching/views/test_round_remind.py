import uuid

from taoli.matching.models import ChoiceRound
from taoli.notifications.models import Notice
from tests.matching.conftest import wish_for
from tests.world import World


def url(choice: ChoiceRound, kind: str = "student_choice") -> str:
    return f"/matching/rounds/{choice.pk}/remind/{kind}/"


def test_whom_by_name_and_count_and_one_button(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ("王敏",)})
    client, form = world.client("孙悦"), {"op": str(uuid.uuid4())}
    page = client.get(url(choice_round)).content.decode()
    assert "还有 5 人没有做" in page
    assert "周一诺、孙浩然" in page
    assert "林子涵" not in page
    for _each in range(2):
        assert client.post(url(choice_round), form)["Location"] == f"/matching/rounds/{choice_round.pk}/"
    assert Notice.objects.of(world.school).count() == 5


def test_nobody_left(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, dict.fromkeys(world.students, ()))
    assert "没有要提醒的人" in world.client("孙悦").get(url(choice_round)).content.decode()


def test_unknown_and_closed_steps(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert client.get(url(choice_round, "allocate")).status_code == 404
    assert client.post(url(choice_round, "agreement"))["Location"] == f"/matching/rounds/{choice_round.pk}/"
    assert not Notice.objects.of(world.school).exists()
