from taoli.neighbourhood.readers.resources import read_resources
from tests.neighbourhood.visiting import place
from tests.world import World


def test_what_is_sent_can_be_read_in_again(world: World) -> None:
    place(world, safety="=1+1", published=False)
    answer = world.client("郑岚").get("/neighbourhood/places/excel/")
    reading = read_resources(answer.content)
    assert reading.problems == []
    (facts,) = reading.rows
    assert (facts.name, facts.kind, facts.weekdays, facts.published) == ("春和博物馆", "museum", [5], False)
    assert facts.safety == "=1+1"
