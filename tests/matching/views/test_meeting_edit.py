import uuid

from taoli.matching.models import FirstMeeting
from tests.matching.published import published_round
from tests.notifications.conftest import at
from tests.world import World


def test_a_proposed_time_or_another_one(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice.pk}/meeting/"
    page = client.get(url).content.decode()
    assert "11月24日" in page
    assert "已见面 0 / 4" in page
    form = {"slot": at(11, 24, 12, 20).isoformat(), "place": "各班教室", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url, form)["Location"] == url
    assert FirstMeeting.objects.of(world.school).get().at == at(11, 24, 12, 20)
    slot = form["slot"]
    client.post(url, {"at": "2026-11-26T16:30", "slot": slot})  # typed now
    assert FirstMeeting.objects.of(world.school).get().at == at(11, 26, 16, 30)
    client.post(url, {"at": "2026-11-26T16:30", "slot": slot})  # it stood there, the proposed one is chosen now
    assert FirstMeeting.objects.of(world.school).get().at == at(11, 24, 12, 20)


def test_night_and_nothing_are_sentences(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("孙悦"), f"/matching/rounds/{choice.pk}/meeting/"
    assert "请选择 7:00 到 18:00 之间的时间。" in client.post(url, {"at": "2026-11-26T21:30"}).content.decode()
    assert "请选择一个时间。" in client.post(url, {"place": "操场"}).content.decode()
    assert not FirstMeeting.objects.of(world.school).exists()
