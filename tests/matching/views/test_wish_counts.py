import uuid

from taoli.matching.models import ChoiceRound
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/counts/"


def test_the_officer_sees_seats_against_wishes(world: World, marking_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(url(marking_round)).content.decode()
    row = page.split("王敏</th>")[1].split("</tr>")[0]
    assert [cell.split("<")[0] for cell in row.split('<td class="num">')[1:]] == ["2", "2", "3"]


def test_the_rest_of_the_office_takes_over_first(world: World, marking_round: ChoiceRound) -> None:
    ChoiceRound.objects.of(world.school).update(officer=uuid.uuid4())
    client = world.client("孙悦")
    page = client.get(url(marking_round)).content.decode()
    assert "这一轮由别人负责" in page
    assert "王敏" not in page.split("<main")[1]
    assert "王敏" in client.post(url(marking_round), follow=True).content.decode()
