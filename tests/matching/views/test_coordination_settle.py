import uuid

from taoli.matching.models import ChoiceRound
from tests.matching.services.test_marks import ask
from tests.world import World


def test_the_office_ticks_it(world: World, marking_round: ChoiceRound) -> None:
    row = ask(world, marking_round, "林子涵")
    client = world.client("孙悦")
    page = client.post(f"/matching/coordinations/{row.pk}/settle/", follow=True).content.decode()
    assert "已协调" in page
    assert client.post(f"/matching/coordinations/{uuid.uuid4()}/settle/").status_code == 404
