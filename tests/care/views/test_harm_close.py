import pytest

from taoli.care.models import HarmReport
from taoli.care.services.harm import StepFacts, add_step
from taoli.common import clock
from tests.care.counselling import harmed, sent
from tests.world import World

BECAUSE = "公安机关已受理并带走调查"


def called(world: World, row: HarmReport, kind: str = "police") -> int:
    add_step(by=world.actor("孙悦"), pk=row.pk, facts=StepFacts(kind, clock.now(), whom="警号 0123"))
    row.refresh_from_db()
    return row.edit


def test_with_decision_reason_and_who_was_told_it_is_closed(world: World) -> None:
    row = harmed(world)
    edit = called(world, row)
    client, url = world.client("孙悦"), f"/care/harm/{row.pk}/close/"
    assert client.get(url).status_code == 200
    assert client.post(url, sent(decision="police", because=BECAUSE, edit=edit)).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.decision) == ("closed", "police")
    assert BECAUSE not in row.because
    assert BECAUSE in world.client("何静").get(f"/care/harm/{row.pk}/").content.decode()


@pytest.mark.parametrize(
    ("decision", "because", "step"),
    [
        ("", BECAUSE, "police"),
        ("police", "", "police"),
        ("police", "  ", "police"),
        ("police", BECAUSE, ""),
        ("bureau", BECAUSE, "police"),
        ("both", BECAUSE, "police"),
        ("not", BECAUSE, ""),
        ("nonsense", BECAUSE, "police"),
    ],
)
def test_without_one_of_them_it_stays_open(world: World, decision: str, because: str, step: str) -> None:
    row = harmed(world)
    edit = called(world, row, step) if step else row.edit
    form = sent(decision=decision, because=because, edit=edit)
    assert world.client("孙悦").post(f"/care/harm/{row.pk}/close/", form).status_code == 200
    row.refresh_from_db()
    assert row.state == "open"


def test_who_only_wrote_it_does_not_close_it(world: World) -> None:
    row = harmed(world, "李慧")
    edit = called(world, row)
    form = sent(decision="police", because=BECAUSE, edit=edit)
    assert "负责人决定" in world.client("李慧").post(f"/care/harm/{row.pk}/close/", form).content.decode()


def test_who_was_overtaken_keeps_the_text_and_nothing_is_closed_twice(world: World) -> None:
    row = harmed(world)
    edit = called(world, row)
    client, url = world.client("孙悦"), f"/care/harm/{row.pk}/close/"
    late = client.post(url, sent(decision="police", because=BECAUSE, edit=edit - 1)).content.decode()
    assert BECAUSE in late
    client.post(url, sent(decision="police", because=BECAUSE, edit=edit))
    assert client.post(url, sent(decision="police", because=BECAUSE, edit=edit + 1)).status_code == 200
