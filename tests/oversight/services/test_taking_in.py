"""A bureau takes in what it can trust and refuses everything else whole."""

import datetime as dt

import pytest
import time_machine

from taoli.common.models import AuditEntry
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.services.members import start_again
from taoli.oversight.services.taking_in import RefusedError, take_in
from tests.engine.summary.making import grade
from tests.oversight.elsewhere import FIRST, OTHER, SECOND, arrived, document, handed, joined
from tests.world import World


def test_a_district_takes_in_and_hands_the_same_bytes_on_to_the_city(world: World) -> None:
    joined(world)
    row = take_in(world.bureaus["district"].pk, handed(FIRST))
    take_in(world.bureaus["district"].pk, handed(SECOND))
    assert (row.member.name, row.late, row.document) == ("河西学校", False, FIRST)
    assert arrived(world) == arrived(world, "city") == [("hexi", 1), ("hexi", 2)]


def test_faults_are_refused_with_sentences_and_change_nothing(world: World) -> None:
    row, bureau = joined(world), world.bureaus["district"].pk
    take_in(bureau, handed(FIRST))
    before = arrived(world), AuditEntry.objects.of(bureau).count(), Member.objects.of(bureau).get(pk=row.pk).edit
    faults = {
        "no_summary": b"{}",
        "unknown_school": handed(document(school="hedong")),
        "forged": handed(SECOND, OTHER),
        "received_before": handed(FIRST),
        "gap": handed(document(seq=3)),
        "future": handed(document(seq=2, previous=SECOND["previous"], week="2026-11-30")),
        "more_than_whole": handed(
            {**grade(counts={"students": 1, "without_mentor": 2}), "seq": 2, "previous": SECOND["previous"]}
        ),
    }
    for code, data in faults.items():
        with pytest.raises(RefusedError) as refused:
            take_in(bureau, data)
        assert refused.value.code == code
        assert str(refused.value)
    assert "七年级：“没有导师的学生”为 2，多于“学生”的 1。" in str(refused.value)
    assert (
        arrived(world),
        AuditEntry.objects.of(bureau).count(),
        Member.objects.of(bureau).get(pk=row.pk).edit,
    ) == before


def test_a_summary_that_comes_after_its_release_is_late(world: World) -> None:
    joined(world)
    with time_machine.travel(dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)):
        assert take_in(world.bureaus["district"].pk, handed(FIRST)).late


def test_a_school_whose_server_was_restored_begins_its_chain_anew(world: World) -> None:
    row, bureau = joined(world), world.bureaus["district"].pk
    take_in(bureau, handed(FIRST))
    take_in(bureau, handed(SECOND))
    other = document(counts={"mentors": 31})
    with pytest.raises(RefusedError):
        take_in(bureau, handed(other))
    start_again(by=world.actor("郑岚"), pk=row.pk, edit=row.edit)
    assert take_in(bureau, handed(other)).seq == 3
    assert ReceivedSummary.objects.of(bureau).count() == 3


def test_a_key_nobody_compared_opens_no_door(world: World) -> None:
    joined(world, compared=False)
    with pytest.raises(RefusedError, match="还没有比对"):
        take_in(world.bureaus["district"].pk, handed(FIRST))
    assert arrived(world) == []
