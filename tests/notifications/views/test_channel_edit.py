import uuid
from pathlib import Path
from typing import Any

import pytest

from taoli.common.models import AuditEntry
from taoli.notifications.models import NoticeChannel
from taoli.notifications.queries.channels import opened
from tests.world import World

WECOM = {"on": "on", "corp_id": "ww1", "agent_id": "1000002", "base": "https://qyapi.weixin.qq.com/"}
URL = "/notices/channels/wecom/"


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> None:
    settings.KEYS = tmp_path


def test_a_secret_is_sealed_and_never_shown_again(world: World) -> None:
    client = world.client("孙悦")
    form = {**WECOM, "secret": "s3cret", "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(URL, form)["Location"] == URL
    row = NoticeChannel.objects.of(world.school).get()
    assert (row.on, row.values["base"], row.site) == (True, "https://qyapi.weixin.qq.com", "http://testserver")
    assert "s3cret" not in row.secret
    assert opened(row, "secret") == "s3cret"
    page = client.get(URL).content.decode()
    assert "ww1" in page
    assert "s3cret" not in page
    assert "s3cret" not in str(list(AuditEntry.objects.of(world.school).values_list("data", flat=True)))


def test_an_empty_secret_keeps_the_old_one(world: World) -> None:
    client = world.client("孙悦")
    client.post(URL, {**WECOM, "secret": "s3cret"})
    client.post(URL, {**WECOM, "corp_id": "ww2"})
    row = NoticeChannel.objects.of(world.school).get()
    assert (row.values["corp_id"], opened(row, "secret")) == ("ww2", "s3cret")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"secret": ""}, "请先填写应用的 Secret"),
        ({"secret": "x", "agent_id": "ten"}, "请填写数字"),
        ({"secret": "x", "corp_id": ""}, "corp_id"),
        ({"secret": "x", "base": "file:///etc/passwd"}, "请以 https:// 开头"),
    ],
)
def test_what_cannot_work_is_not_kept(world: World, wrong: dict[str, str], words: str) -> None:
    answer = world.client("孙悦").post(URL, {**WECOM, **wrong})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not NoticeChannel.objects.of(world.school).exists()


def test_of_two_gateways_one_is_in_use(world: World) -> None:
    client = world.client("郑明")
    form = {"on": "on", "key_id": "k", "sign": "s", "template": "1", "app_id": "1", "region": "r", "secret": "x"}
    for code in ("sms_aliyun", "sms_tencent"):
        base = {"base": "https://sms.example"}
        assert client.post(f"/notices/channels/{code}/", {**form, **base}).status_code == 302
    rows = NoticeChannel.objects.of(world.school)
    assert dict(rows.values_list("code", "on")) == {"sms_aliyun": False, "sms_tencent": True}


def test_a_channel_there_is_not(world: World) -> None:
    assert world.client("孙悦").get("/notices/channels/pigeon/").status_code == 404
