import datetime as dt
import uuid

from taoli.evaluation import services
from tests.evaluation.honouring import sent, url
from tests.world import World


def test_the_office_confirms_once(world: World) -> None:
    facts = services.EntryFacts(dt.date(2026, 10, 9), "award", "奖", "")
    row = services.add_career_entry(by=world.actor("王敏"), facts=facts)
    client, said = world.client("孙悦"), sent()
    for _each in range(2):
        assert client.post(url("career_confirm", row.pk), said).status_code == 302
    row.refresh_from_db()
    assert row.confirmed_at is not None
    assert world.client("王敏").post(url("career_confirm", row.pk), sent()).status_code == 403
    assert client.post(url("career_confirm", uuid.uuid4()), sent()).status_code == 404
