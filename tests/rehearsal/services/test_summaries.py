from types import SimpleNamespace
from typing import Any

from taoli.oversight.models import Member, ReceivedSummary
from taoli.rehearsal.services.summaries import load_summaries
from tests.world import World


def test_schools_have_handed_in_and_one_more_waits_for_its_digits(world: World, settings: Any, tmp_path: Any) -> None:
    settings.KEYS = tmp_path / "keys"
    bureau, loaded = world.bureaus["district"], SimpleNamespace(school=world.school)
    load_summaries(bureau, [loaded])  # type: ignore[list-item]
    assert ReceivedSummary.objects.of(bureau).count() == 2
    assert Member.objects.of(bureau).get(code="qingxi-demo").compared_on is None
