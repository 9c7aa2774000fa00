from taoli.archive.models import GrowthEntry
from tests.archive.growing import sent
from tests.archive.keeping import keep
from tests.world import World

WORDS = {"section": "works", "text": "改过的话", "happened_on": "2026-11-20", "seen_by": "family", "reason": "名字写错"}


def test_it_begins_with_what_stands_there_and_is_corrected_once(world: World) -> None:
    row, client = keep(world), world.client("王敏")
    address, form = f"/archive/entries/{row.pk}/correct/", sent(**WORDS)
    assert "校运会接力跑第三棒" in client.get(address).content.decode()
    assert client.post(address, form).status_code == 302
    new = GrowthEntry.objects.of(world.school).get(version=2)
    assert (new.text, new.reason, new.section) == ("改过的话", "名字写错", "works")


def test_without_a_reason_the_words_stay(world: World) -> None:
    row = keep(world)
    answer = world.client("王敏").post(f"/archive/entries/{row.pk}/correct/", sent(**WORDS | {"reason": ""}))
    assert "改过的话" in answer.content.decode()
    assert GrowthEntry.objects.of(world.school).count() == 1


def test_anothers_entry_is_not_found(world: World) -> None:
    row = keep(world)
    for name in ("李慧", "林子涵", "林母"):
        assert world.client(name).get(f"/archive/entries/{row.pk}/correct/").status_code == 404
