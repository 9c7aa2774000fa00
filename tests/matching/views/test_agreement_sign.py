import uuid

import pytest

from taoli.matching.models import Agreement
from tests.matching.published import pairing_of, published_round
from tests.world import World


@pytest.mark.parametrize(("name", "side"), [("林子涵", "student"), ("林母", "guardian"), ("王敏", "mentor")])
def test_read_and_say_yes_with_one_tap(world: World, name: str, side: str) -> None:
    choice = published_round(world)
    client, url = world.client(name), f"/matching/rounds/{choice.pk}/agreement/mine/"
    assert "导师了解学生，定期与学生谈心" in client.get(url).content.decode()
    form = {"pairing": [str(pairing_of(world, "林子涵").pk)], "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url, form)["Location"] == url
    row = Agreement.objects.of(world.school).get()
    assert getattr(row, f"{side}_on") is not None
    assert "你已同意" in client.get(url).content.decode()


def test_nobody_says_yes_for_somebody_else(world: World) -> None:
    choice = published_round(world)
    form = {"pairing": [str(pairing_of(world, name).pk) for name in ("孙浩然", "周一诺", "吴桐")]}
    for name in ("林子涵", "林母"):
        world.client(name).post(f"/matching/rounds/{choice.pk}/agreement/mine/", form)
    assert not Agreement.objects.of(world.school).exists()


def test_a_side_that_is_not_asked_reads_a_sentence(world: World) -> None:
    choice = published_round(world, last=[{"kind": "agreement", "by": ["mentor"]}])
    page = world.client("林子涵").post(f"/matching/rounds/{choice.pk}/agreement/mine/", {"pairing": []})
    assert "方案没有要求你签署。" in page.content.decode()


def test_a_round_that_is_not_published_has_nothing_to_sign(world: World) -> None:
    assert world.client("林子涵").get(f"/matching/rounds/{uuid.uuid4()}/agreement/mine/").status_code == 404
