from typing import Any

from taoli.engine.scheme import parse_scheme, read_yaml
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import preset, rules
from tests.schemes.conftest import KEY
from tests.world import World

URL = "/schemes/file/"


def text_of(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode()


def test_a_version_comes_as_a_file_that_says_which_it_is(world: World, ready: SchemeVersion) -> None:
    answer = world.client("孙悦").get(URL, {"version": str(ready.pk)})
    assert "attachment" in answer["Content-Disposition"]
    text = text_of(answer)
    assert text.startswith(f"# 太谷二中 2012 全员育人导师制，第 1 版，校验码 {ready.checksum}\n")
    assert parse_scheme(read_yaml(text)) == rules(ready)


def test_a_preset_comes_as_a_file(world: World) -> None:
    answer = world.client("孙悦").get(URL, {"key": KEY})
    assert answer["Content-Disposition"] == f'attachment; filename="{KEY}.yaml"'
    assert parse_scheme(read_yaml(text_of(answer))) == preset(KEY)


def test_drafts_are_not_for_mentors_and_nothing_is_guessed(world: World, draft: SchemeVersion) -> None:
    assert world.client("王敏").get(URL, {"version": str(draft.pk)}).status_code == 404
    for query in ({}, {"version": "x"}, {"key": "nobody-knows"}):
        assert world.client("孙悦").get(URL, query).status_code == 404
