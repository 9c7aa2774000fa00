import uuid

from taoli.matching.models import ChoiceRound, RoundStep
from tests.notifications.conftest import at
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/times/"


def test_each_step_has_opening_and_closing(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert 'value="2026-11-30T23:59"' in client.get(url(choice_round)).content.decode()
    form = {"opens_1": "2026-11-24T08:00", "closes_1": "2026-11-27T18:00", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url(choice_round), form)["Location"] == f"/matching/rounds/{choice_round.pk}/"
    step = RoundStep.objects.of(world.school).get(round=choice_round, place=1)
    assert (step.opens, step.closes) == (at(11, 24, 8), at(11, 27, 18))


def test_closing_before_opening_is_a_sentence_and_changes_nothing(world: World, choice_round: ChoiceRound) -> None:
    form = {"opens_1": "2026-11-27T18:00", "closes_1": "2026-11-24T08:00"}
    assert "2026-11-27T18:00" in world.client("孙悦").post(url(choice_round), form).content.decode()
    assert RoundStep.objects.of(world.school).get(round=choice_round, place=1).opens is None


def test_nonsense_stays_on_the_page(world: World, choice_round: ChoiceRound) -> None:
    assert world.client("孙悦").post(url(choice_round), {"opens_1": "morgen"}).status_code == 200


def test_another_school_has_no_such_round(world: World, choice_round: ChoiceRound) -> None:
    assert world.client("孙悦").get(f"/matching/rounds/{uuid.uuid4()}/times/").status_code == 404
