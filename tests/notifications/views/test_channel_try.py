from pathlib import Path
from typing import Any

import pytest

from tests.notifications.channels.outgoing import line
from tests.notifications.reaching import reach, switch_on
from tests.world import World


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> None:
    settings.OUTGOING_HOSTS, settings.KEYS = ["127.0.0.1"], tmp_path


def answer_of(world: World) -> str:
    url = "/notices/channels/wecom/"
    return world.client("孙悦").post(f"{url}try/", follow=True).content.decode()


def test_a_test_goes_to_whoever_asks_and_the_answer_is_said_in_words(world: World) -> None:
    with line("wecom") as to:
        switch_on(world, to)
        assert "你在这个渠道上还没有地址" in answer_of(world)
        reach(world, "孙悦", "wecom", "nobody")
        assert "（81013）" in answer_of(world)
        to.provider.members.add("nobody")
        assert "企业微信已接收测试消息（m1）" in answer_of(world)
    assert [one["touser"] for one in to.provider.taken] == ["nobody"]


def test_by_get_nothing_is_sent(world: World) -> None:
    assert world.client("孙悦").get("/notices/channels/wecom/try/").status_code == 405
