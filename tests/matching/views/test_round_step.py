from taoli.matching.models import ChoiceRound
from taoli.matching.queries.steps import choosing
from tests.world import World


def test_step_is_closed_and_opened_again(world: World, choice_round: ChoiceRound) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/step/"
    for done in ("1", "0"):
        assert client.post(url, {"kind": "student_choice", "done": done}).status_code == 302
        choice_round.refresh_from_db()
        assert choosing(choice_round) == (done == "0")


def test_step_out_of_turn_is_told(world: World, choice_round: ChoiceRound) -> None:
    url = f"/matching/rounds/{choice_round.pk}/step/"
    answer = world.client("孙悦").post(url, {"kind": "confirm", "done": "1"}, follow=True)
    assert "请先完成前面的步骤。" in answer.content.decode()
