"""飞书: tenant_access_token, im/v1/messages."""

import json
from dataclasses import dataclass, field

from tests.notifications.servers.web import Asked, Provider, Reply


@dataclass
class Feishu(Provider):
    """An application `cli_1` with secret `s3cret`."""

    members: set[str] = field(default_factory=lambda: {"u-wangmin"})
    token: str = "t-1"
    dropped: int = 0

    def expire(self) -> None:
        self.token += "1"

    def sends(self, _asked: Asked) -> bool:
        return _asked.path == "/open-apis/im/v1/messages"

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/open-apis/auth/v3/tenant_access_token/internal" and asked.method == "POST":
            if asked.json() != {"app_id": "cli_1", "app_secret": "s3cret"}:
                return 200, {"code": 10014, "msg": "app secret invalid"}
            return 200, {"code": 0, "msg": "ok", "tenant_access_token": self.token, "expire": 7200}
        if not self.sends(asked) or asked.method != "POST":
            return 404, {"code": 404}
        if asked.headers.get("authorization") != f"Bearer {self.token}":
            return 400, {"code": 99991663, "msg": "Invalid access token for authorization."}
        if asked.query.get("receive_id_type") != "user_id":
            return 400, {"code": 99992402, "msg": "field validation failed"}
        message = asked.json()
        assert len(message["uuid"]) <= 50
        assert json.loads(message["content"])["text"]
        if message["receive_id"] not in self.members:
            return 400, {"code": 230013, "msg": "Bot has NO availability to this user."}
        if message["uuid"] in [one["uuid"] for one in self.taken]:
            self.dropped += 1
        else:
            self.taken.append(message)
        return 200, {"code": 0, "msg": "success", "data": {"message_id": f"om_{len(self.taken)}"}}
