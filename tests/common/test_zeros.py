"""What somebody pasted with a zero character in it is kept without it, on both databases."""

import pytest
from django.http import QueryDict

from taoli.common.zeros import without
from taoli.guidance.models import GuidanceRecord
from tests.world import World


def test_every_value_of_every_name_is_kept_without_it() -> None:
    typed = without(QueryDict("a=1%00&a=2&b%00=&c=%E6%A1%83%00%E6%9D%8E&d=%2500"))
    assert dict(typed.lists()) == {"a": ["1", "2"], "b": [""], "c": ["桃李"], "d": ["%00"]}
    with pytest.raises(AttributeError):
        typed["a"] = "3"


@pytest.mark.parametrize("url", ["/roster/students/?q=林%00子涵", "/guidance/records/?q=%00", "/notices/?%00=1"])
def test_a_search_finds_what_was_meant(world: World, url: str) -> None:
    assert world.client("王敏").get(url).status_code == 200


@pytest.mark.parametrize(
    "url", ["/guidance/visit/%s/", "/matching/home/%s/", "/oversight/q/%s/", "/calendar/%s.ics", "/%s"]
)
def test_an_address_that_holds_one_is_answered_as_any_that_nobody_has(world: World, url: str) -> None:
    answer = world.client("王敏").get(url % "%00")
    assert answer.status_code == world.client("王敏").get(url % "甲").status_code < 500


def test_a_talk_with_a_pasted_line_is_saved_without_it(world: World) -> None:
    filled = {
        "students": str(world.students["林子涵"].pk),
        "kind": "talk",
        "date": "2026-11-23",
        "private_text": "想参加\0合唱队",
    }
    answer = world.client("王敏").post("/guidance/records/new/", filled)
    assert answer.status_code == 302
    assert GuidanceRecord.objects.of(world.school).get().private_text == "想参加合唱队"
