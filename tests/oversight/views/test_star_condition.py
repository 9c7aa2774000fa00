import time_machine

from tests.oversight.starring import AFTER, decided, url
from tests.world import World


def test_pasted_names_are_answered_yes_or_no(world: World) -> None:
    decided(world)
    with time_machine.travel(AFTER, tick=False):
        client = world.client("郑岚")
        page = client.get(url("star_condition")).content.decode()
        assert "现有 1 项有效星级" in page
        answer = client.post(url("star_condition"), {"lines": "王敏\n\nT999 李慧"})
    found = [(line, len(rows)) for line, rows in answer.context["answers"]]
    assert found == [("王敏", 1), ("T999 李慧", 0)]
    assert "是" in answer.content.decode()
