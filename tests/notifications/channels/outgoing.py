"""Every outside channel with its provider on this machine."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from taoli.notifications.channels import OUTSIDE, Setup
from taoli.notifications.phrases import Outgoing
from tests.notifications.servers.dingtalk import DingTalk
from tests.notifications.servers.feishu import Feishu
from tests.notifications.servers.sms import Aliyun, Tencent
from tests.notifications.servers.smtp import mail_server
from tests.notifications.servers.web import serving
from tests.notifications.servers.wecom import WeCom

WHAT = Outgoing(
    uuid.UUID(int=7), "你有 3 条新消息", "汇总（11月23日 12:30）", "https://taoli.school/notices/", 3, safety=False
)
PROVIDERS: dict[str, tuple[Any, dict[str, str], str]] = {
    "wecom": (WeCom, {"corp_id": "ww1", "agent_id": "1000002"}, "WangMin"),
    "dingtalk": (DingTalk, {"app_key": "dingkey", "agent_id": "77"}, "wangmin"),
    "feishu": (Feishu, {"app_id": "cli_1", "id_type": "user_id"}, "u-wangmin"),
    "sms_aliyun": (
        Aliyun,
        {"key_id": "LTAI", "sign": "桃李中学", "template": "SMS_1", "urgent": "SMS_9"},
        "13800000001",
    ),
    "sms_tencent": (
        Tencent,
        {
            "key_id": "AKID",
            "app_id": "1400",
            "sign": "桃李中学",
            "template": "1",
            "urgent": "9",
            "region": "ap-guangzhou",
        },
        "13800000001",
    ),
    "mail": (None, {"security": "none", "user": "notice", "sender": "notice@school.test"}, "wang@school.test"),
}
TOKENS = ("wecom", "dingtalk", "feishu")


@dataclass
class Kept:
    """A token in memory."""

    token: str = ""
    fetched: int = 0

    def get(self) -> str:
        return self.token

    def put(self, token: str, _seconds: int) -> None:
        self.token, self.fetched = token, self.fetched + 1


@dataclass
class Line:
    """A channel, its provider, its settings and an address."""

    code: str
    provider: Any
    values: dict[str, str]
    address: str
    tokens: Kept = field(default_factory=Kept)
    secret: str = "s3cret"

    def send(self, what: Outgoing = WHAT, address: str = "", **values: str) -> str:
        setup = Setup({**self.values, **values}, self.secret, self.tokens)
        return OUTSIDE[self.code].send(setup, address or self.address, what)


@contextmanager
def line(code: str) -> Iterator[Line]:
    """Let the provider of a channel answer."""
    made, values, address = PROVIDERS[code]
    if made is None:
        with mail_server() as server:
            yield Line(code, server, {**values, "host": server.host, "port": str(server.port)}, address)
        return
    with serving(made()) as provider:
        yield Line(code, provider, {**values, "base": provider.base}, address)
