from taoli.oversight.models import Draw
from tests.oversight.drawing import FACTS
from tests.world import World

URL = "/oversight/draws/new/"


def said(**values: object) -> dict[str, object]:
    left = {key: value for key, value in FACTS.items() if key not in {"each", "schools"}}
    return {**left, "spread": "each", "schools": "", **values}


def test_what_is_announced_is_shown_and_sent_twice_it_is_one(world: World) -> None:
    client = world.client("郑岚")
    assert "不能更改" in client.get(URL).content.decode()
    op = "00000000-0000-4000-8000-000000000001"
    answers = [client.post(URL, said(op=op)) for _twice in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    row = Draw.objects.of(world.bureaus["district"]).get()
    assert (row.k, row.each, row.schools, row.state) == (3, True, None, "announced")


def test_a_wrong_day_or_number_is_said_and_nothing_lost(world: World) -> None:
    client = world.client("郑岚")
    for wrong, words in (({"seed_on": "2026-11-23"}, "今天以后"), ({"k": "0"}, "1"), ({"sentence": ""}, "必填")):
        page = client.post(URL, said(**wrong)).content.decode()
        assert words in page
        assert "期中家长回访" in page
    assert not Draw.objects.of(world.bureaus["district"]).exists()
