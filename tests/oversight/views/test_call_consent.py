import uuid

from taoli.oversight.models import CallPlace
from tests.oversight.drawing import calling, on
from tests.world import World


def test_what_somebody_says_is_noted_and_anothers_place_is_refused(world: World) -> None:
    row = calling(world, agree=False)
    place = CallPlace.objects.of(world.school).order_by("place")[0]
    client, url = world.client("孙悦"), f"/oversight/calls/{row.pk}/places/"
    with on(11, 26):
        client.post(f"{url}{place.pk}/", {"consent": "missed"})
        page = client.post(f"{url}{uuid.uuid4()}/", {"consent": "yes"}, follow=True).content.decode()
    assert "没有抽中" in page
    place.refresh_from_db()
    assert place.consent == "missed"
