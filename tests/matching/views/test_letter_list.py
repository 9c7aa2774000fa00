import uuid

from taoli.matching.models import AppointmentLetter
from tests.matching.published import published_round
from tests.world import World


def test_tick_some_then_all(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice.pk}/letters/"
    assert "已发聘书：0 / 4。" in client.get(url).content.decode()
    form = {"mentor": [str(world.staff["王敏"].pk)], "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url, form)["Location"] == url
    assert AppointmentLetter.objects.of(world.school).count() == 1
    client.post(url, {"all": "1"})
    assert "已发聘书：4 / 4。" in client.get(url).content.decode()
