from io import StringIO

import pytest
from django.core.management import call_command

from taoli.common.errors import TaoliError
from taoli.oversight.management.commands import hand_in_summaries
from tests.oversight.elsewhere import arrived
from tests.world import World


def test_every_school_with_a_bureau_hands_in_once_and_one_that_cannot_keeps_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.other.area = None
    world.other.save()
    for _turn in range(2):
        out = StringIO()
        call_command("hand_in_summaries", stdout=out)
        assert out.getvalue() == "taoli: 2026-11-16 1 taken taken\n"
    assert arrived(world) == [("taoli", 1)]

    def refuse(**_facts: object) -> None:
        raise TaoliError("no")

    monkeypatch.setattr(hand_in_summaries, "hand_in_week", refuse)
    err = StringIO()
    call_command("hand_in_summaries", stdout=StringIO(), stderr=err)
    assert err.getvalue() == "taoli: no\n"
