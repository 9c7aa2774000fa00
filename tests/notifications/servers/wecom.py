"""企业微信: gettoken, message/send, with its error codes."""

from dataclasses import dataclass, field
from typing import Any

from tests.notifications.servers.web import Asked, Provider, Reply


def said(code: int, words: str = "", **more: Any) -> Reply:
    return 200, {"errcode": code, "errmsg": words, **more}


@dataclass
class WeCom(Provider):
    """A corp `ww1` with secret `s3cret`, agent 1000002 and some members."""

    members: set[str] = field(default_factory=lambda: {"WangMin", "LiHui"})
    token: str = "token-1"
    dropped: int = 0

    def expire(self) -> None:
        self.token = f"token-{int(self.token.split('-')[1]) + 1}"

    def sends(self, _asked: Asked) -> bool:
        return _asked.path == "/cgi-bin/message/send"

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/cgi-bin/gettoken" and asked.method == "GET":
            if asked.query.get("corpid") != "ww1":
                return said(40013, "invalid corpid")
            if asked.query.get("corpsecret") != "s3cret":
                return said(40001, "invalid credential")
            return said(0, "ok", access_token=self.token, expires_in=7200)
        if not self.sends(asked) or asked.method != "POST":
            return 404, {"errcode": 404}
        return self._send(asked)

    def _send(self, asked: Asked) -> Reply:
        given = asked.query.get("access_token", "")
        if given != self.token:
            return said(42001 if given.startswith("token-") else 40014, "access_token expired")
        message = asked.json()
        if message["agentid"] != 1000002 or type(message["agentid"]) is not int:
            return said(40056, "invalid agentid")
        kind = message["msgtype"]
        parts = message[kind]
        if kind == "textcard" and not {"title", "description", "url"} <= set(parts):
            return said(40058, "textcard lacks a part")
        if message["touser"] not in self.members:
            return said(81013, "user & party & tag all invalid")
        assert len(parts.get("title", "").encode()) <= 128
        assert 0 < message["duplicate_check_interval"] <= 14400
        same = (message["touser"], parts)
        if message.get("enable_duplicate_check") == 1 and same in [(one["touser"], one[kind]) for one in self.taken]:
            self.dropped += 1
            return said(0, "ok", msgid="again")
        self.taken.append(message)
        return said(0, "ok", msgid=f"m{len(self.taken)}", invaliduser="")
