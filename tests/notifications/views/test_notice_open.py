from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import unread
from tests.notifications.conftest import tell
from tests.world import World


def test_it_leads_on_and_is_read(world: World) -> None:
    tell(world, link="/guidance/")
    url = f"/notices/{Notice.objects.of(world.school).get().pk}/"
    for _each in range(2):
        assert world.client("王敏").get(url)["Location"] == "/guidance/"
    assert unread(world.actor("王敏")) == 0


def test_somebody_elses_is_not_found(world: World) -> None:
    tell(world, ["李慧"])
    url = f"/notices/{Notice.objects.of(world.school).get().pk}/"
    assert world.client("王敏").get(url).status_code == 404


def test_one_without_a_page_leads_to_the_list(world: World) -> None:
    tell(world)
    assert world.client("王敏").get(f"/notices/{Notice.objects.of(world.school).get().pk}/")["Location"] == "/notices/"
