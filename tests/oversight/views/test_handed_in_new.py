import sys
import uuid

import pytest

from taoli.common.errors import TaoliError
from taoli.oversight.models import SentSummary
from tests.oversight.elsewhere import arrived
from tests.world import World

URL = "/oversight/handed-in/new/"


def test_the_week_is_handed_in_once_however_often_the_form_comes(world: World) -> None:
    client, op = world.client("孙悦"), str(uuid.uuid4())
    answers = [client.post(URL, {"op": op}) for _turn in range(2)]
    row = SentSummary.objects.of(world.school).get()
    assert {one["Location"] for one in answers} == {f"/oversight/handed-in/{row.pk}/"}
    assert arrived(world) == arrived(world, "city") == [("taoli", 1)]
    client.post(URL, {"op": str(uuid.uuid4())})
    assert arrived(world) == [("taoli", 1), ("taoli", 2)]


def test_a_refusal_is_told_and_nothing_is_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_facts: object) -> None:
        raise TaoliError("今天不行")

    monkeypatch.setattr(sys.modules["taoli.oversight.views.handed_in_new"], "make_summary", refuse)
    assert "今天不行" in world.client("孙悦").post(URL, follow=True).content.decode()
    assert not SentSummary.objects.of(world.school).exists()
