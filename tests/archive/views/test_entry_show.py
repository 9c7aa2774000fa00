import uuid

import pytest

from taoli.archive.services import EntryFacts, correct_entry, withdraw_entry
from taoli.common.models import ViewLog
from tests.archive.keeping import drawn, keep
from tests.world import TODAY, World


def test_its_writer_sees_earlier_versions_and_may_change_it(world: World) -> None:
    old = keep(world, files=[drawn()])
    facts = EntryFacts(section="works", text="改过的话", happened_on=TODAY, seen_by="family")
    new = correct_entry(by=world.actor("王敏"), pk=old.pk, facts=facts, reason="名字写错")
    page = world.client("王敏").get(f"/archive/entries/{new.pk}/").content.decode()
    for words in ("改过的话", "校运会接力跑第三棒", "名字写错", "/correct/", "/archive/entries/files/"):
        assert words in page
    assert world.client("王敏").get(f"/archive/entries/{old.pk}/").status_code == 404


@pytest.mark.parametrize(("name", "logged"), [("李慧", 1), ("林子涵", 0), ("林母", 1)])
def test_others_read_the_words_in_force_and_are_logged(world: World, name: str, logged: int) -> None:
    row = keep(world, seen_by="family")
    page = world.client(name).get(f"/archive/entries/{row.pk}/").content.decode()
    assert "校运会接力跑第三棒" in page
    assert "/correct/" not in page
    assert ViewLog.objects.of(world.school).count() == logged


def test_what_is_not_meant_for_one_or_is_withdrawn_is_not_found(world: World) -> None:
    row = keep(world, seen_by="mentor")
    for pk in (row.pk, uuid.uuid4()):
        assert world.client("李慧").get(f"/archive/entries/{pk}/").status_code == 404
    withdraw_entry(by=world.actor("王敏"), pk=row.pk)
    assert world.client("王敏").get(f"/archive/entries/{row.pk}/").status_code == 404
