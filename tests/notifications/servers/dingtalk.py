"""钉钉: gettoken, asyncsend_v2, with errcode 88 and its sub_codes."""

from dataclasses import dataclass, field

from tests.notifications.servers.web import Asked, Provider, Reply

SEND = "/topapi/message/corpconversation/asyncsend_v2"


def refused(code: str) -> Reply:
    return 200, {"errcode": 88, "sub_code": code, "sub_msg": "", "errmsg": "ding talk error", "request_id": "r"}


@dataclass
class DingTalk(Provider):
    """An application with key `dingkey`, secret `s3cret`, agent 77 and some users."""

    members: set[str] = field(default_factory=lambda: {"wangmin"})
    token: str = "token-1"
    dropped: int = 0

    def expire(self) -> None:
        self.token += "1"

    def sends(self, _asked: Asked) -> bool:
        return _asked.path == SEND

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/gettoken":
            if (asked.query.get("appkey"), asked.query.get("appsecret")) != ("dingkey", "s3cret"):
                return 200, {"errcode": 40089, "errmsg": "不合法的corpid或corpsecret"}
            return 200, {"errcode": 0, "errmsg": "ok", "access_token": self.token, "expires_in": 7200}
        if asked.path != SEND or asked.method != "POST":
            return 404, {"errcode": 404}
        if asked.query.get("access_token") != self.token:
            return refused("40014")
        message = asked.json()
        if message["agent_id"] != 77:
            return 200, {"errcode": 400001, "errmsg": "agent_id"}
        if message["userid_list"] not in self.members:
            return 200, {"errcode": 33012, "errmsg": "无效的USERID"}
        assert message["msg"]["msgtype"] == "text"
        assert message["msg"]["text"]["content"]
        if message in self.taken:
            self.dropped += 1
        else:
            self.taken.append(message)
        return 200, {"errcode": 0, "errmsg": "ok", "task_id": len(self.taken), "request_id": "r"}
