from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.notifications.models import NoticeChannel
from tests.notifications.channels.outgoing import Line
from tests.notifications.conftest import at
from tests.notifications.reaching import reach, switch_on
from tests.world import World


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> None:
    settings.KEYS = tmp_path


def test_the_channels_say_how_they_stand(world: World) -> None:
    client = world.client("孙悦")
    page = client.get("/notices/channels/").content.decode()
    assert page.count("未设置") == 6
    with CaptureQueriesContext(connection) as few:
        client.get("/notices/channels/")
    switch_on(world, Line("wecom", None, {}, ""), rests_until=at(11, 23, 11), trouble="rate:45009")
    switch_on(world, Line("mail", None, {}, ""))
    for name in ("王敏", "李慧", "孙悦"):
        reach(world, name, "mail", "a@school.test")
    with CaptureQueriesContext(connection) as many:
        page = client.get("/notices/channels/").content.decode()
    assert len(many) == len(few)
    assert "发得太密，这个渠道歇几分钟再发。（45009）" in page
    assert "已填写 3 个地址" in page


def test_the_keeper_sets_channels_up_and_sees_no_addresses(world: World) -> None:
    client = world.client("郑明")
    page = client.get("/notices/channels/").content.decode()
    assert "/notices/addresses/" not in page
    assert client.get("/notices/addresses/mail/").status_code == 403


def test_another_schools_channels_are_not_here(world: World) -> None:
    NoticeChannel.objects.create(school=world.other, code="mail", on=True, values={"host": "x"})
    assert "已启用" not in world.client("孙悦").get("/notices/channels/").content.decode()
