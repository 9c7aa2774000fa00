import uuid

import pytest

from taoli.matching import services
from taoli.matching.models import MatchRun, Pairing
from tests.world import START, World


@pytest.fixture
def pairing(world: World, fair_run: MatchRun) -> Pairing:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    return Pairing.objects.of(world.school).get(student=world.students["吴桐"])


def test_pairing_is_ended_with_reason_and_day(world: World, pairing: Pairing) -> None:
    client, url = world.client("孙悦"), f"/matching/pairings/{pairing.pk}/end/"
    assert "吴桐 与" in client.get(url).content.decode()
    answer = client.post(url, {"on": "2026-11-20", "reason": "transferred_out", "note": ""})
    assert answer["Location"] == "/matching/pairings/"
    pairing.refresh_from_db()
    assert (str(pairing.ends), pairing.end_reason) == ("2026-11-20", "transferred_out")


def test_future_day_is_a_sentence(world: World, pairing: Pairing) -> None:
    url = f"/matching/pairings/{pairing.pk}/end/"
    page = world.client("孙悦").post(url, {"on": "2026-12-20", "reason": "graduated"}).content.decode()
    assert "最后一天不能晚于今天。" in page


def test_unknown_pairing_is_not_found(world: World) -> None:
    assert world.client("孙悦").get(f"/matching/pairings/{uuid.uuid4()}/end/").status_code == 404
